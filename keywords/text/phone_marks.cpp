#include "keywords/text/phone_marks.hpp"

#include <algorithm>
#include <iterator>

#include "keywords/text/utf8.hpp"

namespace duanwen {
namespace {

// How programs of phones and mail begin the line that they put under a text.
constexpr std::string_view signature_words[] = {
    "发自我的",  "从我的",    "來自我的",    "来自我的", "發自我的",       "发自华为", "发自小米",
    "发自OPPO",  "发自vivo",  "发自荣耀",    "通过我的", "用我的手机发送", "由我的",   "Sent from",
    "sent from", "SENT FROM", "Get Outlook", "Sent via", "Enviado desde"};

// Emoticons that Chinese phones put into a text as words in brackets.
constexpr std::string_view emoticons[] = {
    "微笑", "呲牙", "玫瑰", "强",   "赞",   "握手", "抱拳", "OK",   "ok",   "愉快", "偷笑", "大哭",
    "流泪", "捂脸", "旺柴", "憨笑", "害羞", "调皮", "可爱", "鼓掌", "拥抱", "太阳", "咖啡", "啤酒",
    "爱心", "心",   "心碎", "合十", "祈祷", "胜利", "拜托", "谢谢", "再见", "疑问", "晕",   "汗",
    "尴尬", "皱眉", "撇嘴", "发怒", "惊讶", "色",   "得意", "睡",   "龇牙", "笑脸", "哈哈", "嘿哈",
    "奸笑", "机智", "耶",   "加油", "庆祝", "礼物", "红包", "月亮", "蛋糕", "菜刀", "便便", "鄙视",
    "吐",   "衰",   "酷",   "骷髅", "敲打", "坏笑", "白眼", "傲慢", "困",   "咒骂"};

// How a reaction begins that a phone tells in words, before what it reacts to.
constexpr std::string_view reactions[] = {
    "loved",     "liked",      "disliked", "laughed at", "emphasized", "emphasised", "questioned", "reacted",
    "removed a", "removed an", "removed",  "a aimé",     "喜欢了",     "喜爱了",     "赞了",       "点赞了",
    "爱了",      "不喜欢",     "踩了",     "笑了",       "大笑",       "强调了",     "质疑了",     "回应了",
    "取消了",    "移除了",     "表情回应", "已赞",       "已喜爱",     "已强调",     "已质疑"};
constexpr std::string_view reactions_behind[] = {"大笑", "强调", "疑问", "喜爱", "赞", "踩", "反应", "回应"};
constexpr std::string_view pictures[] = {"an image",  "a photo",  "a movie",  "an audio message",
                                         "a sticker", "a video",  "图像",     "一张图",
                                         "一张照片",  "一条语音", "一个视频", "图片"};

constexpr std::string_view opening_quotes[] = {"“", "\"", "「", "『", "‘"};
constexpr std::string_view closing_quotes[] = {"”", "\"", "」", "』", "’"};
constexpr std::size_t reaction_head_octets_max = 60;

template <class Words>
bool begins_with_one_of(std::string_view text, const Words& words) {
  return std::any_of(std::begin(words), std::end(words),
                     [text](std::string_view w) { return text.starts_with(w); });
}

// What nobody sees: zero-width characters, thin blanks, variation selectors.
bool is_invisible(char32_t c) {
  return (c >= 0x200A && c <= 0x200F) || c == 0xFEFF || (c >= 0xFE00 && c <= 0xFE0F) || c == 0x2060;
}

std::string visible(std::string_view text) {
  std::string kept;
  for (std::size_t at = 0; at < text.size();)
    if (const auto c = next_code_point(text, at); !is_invisible(c)) append_utf8(kept, c);
  return kept;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && static_cast<unsigned char>(text.front()) <= ' ') text.remove_prefix(1);
  while (!text.empty() && static_cast<unsigned char>(text.back()) <= ' ') text.remove_suffix(1);
  return text;
}

std::string lower(std::string_view text) {
  std::string small(text);
  std::transform(small.begin(), small.end(), small.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return small;
}

// 👍 to “…”: emoji alone before the words.
bool is_emoji_to(std::string_view head) {
  const auto to = head.rfind(" to ");
  if (to == head.npos || trimmed(head.substr(to + 4)) != "") return false;
  const auto before = trimmed(head.substr(0, to));
  for (std::size_t at = 0; at < before.size();)
    if (const auto c = next_code_point(before, at); c < 0x2190) return false;
  return !before.empty();
}

template <class Words>
bool ends_with_one_of(std::string_view text, const Words& words) {
  return std::any_of(std::begin(words), std::end(words),
                     [text](std::string_view w) { return text.ends_with(w); });
}

bool reacts_to_words(std::string_view text) {
  auto quote = text.npos;
  for (const auto q : opening_quotes) quote = std::min(quote, text.find(q));
  if (quote == 0 || quote > reaction_head_octets_max) return false;
  const auto head = text.substr(0, quote);
  if (head == "对") return ends_with_one_of(text, reactions_behind);
  return ends_with_one_of(text, closing_quotes) && (is_emoji_to(head) || begins_with_one_of(head, reactions));
}

bool reacts_to_picture(std::string_view text) {
  return std::any_of(std::begin(reactions), std::end(reactions), [text](std::string_view verb) {
    const auto rest = text.starts_with(verb) ? trimmed(text.substr(verb.size())) : std::string_view();
    return std::find(std::begin(pictures), std::end(pictures), rest) != std::end(pictures);
  });
}

// Where the signature begins that ends the text; its end where there is none.
std::size_t signature_at(std::string_view text) {
  auto begins = text.size();
  for (const auto word : signature_words)
    if (const auto at = text.rfind(word); at != text.npos && at > 0) begins = std::min(begins, at);
  if (const auto dashes = text.rfind("\n-- \n"); dashes != text.npos) begins = std::min(begins, dashes);
  return begins;
}

std::string without_emoticons(std::string_view text) {
  std::string kept;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto close = text[at] == '[' ? text.find(']', at) : text.npos;
    if (close != text.npos && std::find(std::begin(emoticons), std::end(emoticons),
                                        text.substr(at + 1, close - at - 1)) != std::end(emoticons)) {
      kept += ' ';
      at = close;
    } else {
      kept += text[at];
    }
  }
  return kept;
}

// Lines that begin with >, as mail quotes; 「…」 and a line under it, as messengers do.
std::string without_quotation(std::string_view text) {
  constexpr std::string_view open = "「", close = "」";
  if (text.starts_with(open)) {
    const auto end = text.find(close);
    const auto line = end == text.npos ? text.npos : text.find('\n', end);
    if (line != text.npos) {
      const auto under = text.substr(line + 1);
      const auto dashes = under.find_first_not_of("- \r\n");
      const auto text_begin =
          under.find_first_not_of("- \r\n—", dashes == under.npos ? under.size() : dashes);
      return text_begin == under.npos ? std::string() : std::string(under.substr(text_begin));
    }
    if (end != text.npos && trimmed(text.substr(end + close.size())).empty()) return std::string();
  }
  std::string kept;
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find('\n', at), text.size());
    const auto line = text.substr(at, end - at);
    if (!trimmed(line).starts_with("> ") && !trimmed(line).starts_with(">>")) kept.append(line) += '\n';
    at = end + 1;
  }
  return std::string(trimmed(kept));
}

}  // namespace

typed_text typed_in(std::string_view text) {
  typed_text typed;
  const auto seen = visible(text);
  const auto whole = trimmed(seen);
  const auto small = lower(whole);
  typed.is_reaction = reacts_to_words(small) || reacts_to_picture(small);
  auto rest = without_quotation(whole);
  // 「龙泉国土」 is a keyword in quotes; what has our signature in it came from us.
  if (rest.empty() && whole.find("【") != whole.npos) typed.is_reaction = true;
  rest.resize(signature_at(rest));
  typed.rest = without_emoticons(rest);
  if (trimmed(typed.rest).empty()) typed.rest = std::string(text);
  return typed;
}

}  // namespace duanwen
