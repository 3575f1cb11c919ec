#include "admin/views/preview.hpp"

#include "config/addresses/texted_number.hpp"
#include "keywords/decide.hpp"
#include "keywords/pages/compose.hpp"

namespace duanwen {

namespace {

std::vector<preview_carrier> carriers_of(const config& settings) {
  if (settings.carriers.empty()) return {preview_carrier{}};
  std::vector<preview_carrier> all;
  for (const auto& c : settings.carriers) all.push_back({c.name, c.profile, c.extension_digits});
  return all;
}

template <class Question>
reply_style style_for(const Question& question, const preview_carrier& carrier) {
  return {question.words, carrier.profile, question.settings.conversation.reply_segments_max};
}

department with_draft(department d, const item& draft) {
  std::erase_if(d.items, [&](const item& i) { return i.number == draft.number; });
  d.items.push_back(draft);
  return d;
}

// As a resident gets them who texts 更多 to the end.
previewed_pages pages_of_menu(const menu& m, const reply_style& style) {
  previewed_pages all;
  page p;
  do {
    p = compose_menu(m, p.next.menu_from, style);
    all.pages.push_back(pack(p.answer, style.profile));
  } while (p.next.menu_from != 0);
  return all;
}

previewed_pages pages_of_detail(const menu& m, std::uint32_t number, const reply_style& style) {
  previewed_pages all;
  page p;
  p.next.waiting = {number};
  while (!p.next.waiting.empty()) {
    p = compose_details(m, p.next.waiting, p.next.waiting_offset, style);
    all.pages.push_back(pack(p.answer, style.profile));
  }
  return all;
}

}  // namespace

std::size_t previewed_pages::segments() const {
  std::size_t sum = 0;
  for (const auto& p : pages) sum += p.segments;
  return sum;
}

std::vector<preview_answer> preview(const snapshot& directory, const preview_question& question) {
  std::vector<preview_answer> answers;
  for (const auto& carrier : carriers_of(question.settings)) {
    auto style = style_for(question, carrier);
    style.menu_extensions.highest = highest_menu_extension(carrier.extension_digits);
    style.menu_extensions.taken =
        taken_menu_extensions(question.settings.services, question.number, carrier.extension_digits);
    preview_answer answer;
    answer.carrier = carrier;
    answer.decided = decide(directory, question.now_at, question.asked, style);
    answer.packed = pack(answer.decided.answer, carrier.profile);
    answer.source =
        with_menu_extension(question.number, answer.decided.menu_extension, carrier.extension_digits);
    answers.push_back(std::move(answer));
  }
  return answers;
}

std::vector<item_preview> preview_item(const snapshot& directory, const preview_item_question& question) {
  const auto drafted = question.draft ? with_draft(question.published, *question.draft) : question.published;
  const auto with_it = menu_of(directory, drafted), now = menu_of(directory, question.published);
  std::vector<item_preview> previews;
  for (const auto& carrier : carriers_of(question.settings)) {
    const auto style = style_for(question, carrier);
    item_preview one;
    one.carrier = carrier;
    one.menu = pages_of_menu(with_it, style);
    one.menu_now = pages_of_menu(now, style);
    if (question.draft) {
      const auto number = question.draft->number;
      one.detail = pages_of_detail(with_it, number, style);
      if (now.find(number)) one.detail_now = pages_of_detail(now, number, style);
    }
    previews.push_back(std::move(one));
  }
  return previews;
}

}  // namespace duanwen
