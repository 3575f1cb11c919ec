// Signs are words, looked for anywhere in a text. A blank in one stands for a sign, or for an end of the
// text, so that "吗 " is what ends a clause. Each row counts once, however many of its words are there.
#include "keywords/vocabulary/inquiry_signs.hpp"

#include <bitset>
#include <string>

#include "keywords/text/normalise.hpp"
#include "keywords/vocabulary/word_finder.hpp"

namespace duanwen {
namespace {

struct sign {
  int points;
  std::string_view words;  // parted by |
};

// Hold a word of the table and mean something else.
constexpr std::string_view other_words =
    "你们|你好|莫得|莫法|莫名|麻将馆|哈尔滨|图像|录像|摄像|画像|不记得|不放心|放心肉|加油站|进去耍|对不起|"
    "了不起|受不了|遭不住|忍不住|看不起我|其他|他项|吉他|幸福村|差不到|小吃店|火锅店|奶茶店|开火锅|"
    "卖奶茶|开奶茶|电影院|放电影|游戏厅|歌厅|酒驾|帮你|给你们|老师傅|欠你|发展|不要钱|要不得|重要|主要|只要|"
    "想想";

constexpr sign table[] = {
    // Somebody asks: question words, and those of Sichuan.
    {3,
     "怎么|怎样|咋|如何|哪|啥|什么|几点|几天|几岁|几块|几套|几个|几时|几年|几号|好多|多少|多久|好久|多大|"
     "多高|"
     "多远|何时|为何|谁管|找谁|归谁"},
    // Politely, or of whoever looks it up.
    {3, "请问|问一下|问下|问哈|想问|咨询|打听|请教|查询|查一下|查下|查哈|我查|指点|指导一下"},
    // Whether or not.
    {3,
     "能不能|可不可以|可以不|要不要|是不是|有没有|有没得|行不行|得不得|合不合|算不算|管不管|能否|是否|"
     "需不需要|"
     "收不收|用不用|可以吗|该不该|准不准|下不下|开不开|上不上|会不会|退不退|发不发|有无|给不给|认不认|"
     "够不够"},
    // A clause that ends as questions do.
    {2, "吗 |不 |没得 |么 |没有 |没 |不嘛 |不哦 |没哦 |?"},
    // Somebody wants something, plans it, or does not know it.
    {2,
     "想|要|需要|希望|打算|准备|求|帮忙|麻烦|能给|该给|还能|不能|不会|不晓得|不知道|不懂|不清楚|听说|据说|"
     "按规定"},
    // What is done at an office.
    {2,
     "办|申请|申报|登记|报名|领取|补领|换证|换领|迁移|缴纳|年审|年检|过户|审批|备案|投诉|举报|反映|检举|求助|"
     "救助|认定|报销|证明|手续|许可|政策|补贴|补助|津贴|赔偿|补偿|鉴定|仲裁|维权|报修|查处|整治|预约|电话|"
     "地址|热线|"
     "上班时间|补发|到期|过期|挂失|注销|评理|搬迁|确权|继承|天气"},
    // A nuisance that neighbours cause: whatever else is told, it is a complaint.
    {4,
     "闹到|闹得|音响|吵得|吵死|太吵|好吵|很吵|吵人|扰民|噪音|噪声|臭得|臭死|好臭|很臭|恶臭|臭味|"
     "污染|刺鼻|油烟|黑烟|偷排|乱排"},
    // Something cannot be had or done: 收不到, 刷不起, 谈不拢.
    {2, "不到|不起|不成|不了|不出|不上|不动|不拢|不进|不灵|不响"},
    // Something is broken or unsafe.
    {2,
     "坏了|烂了|垮了|裂了|漏水|漏了|漏雨|堵了|塌了|断了|倒了|没了|灭了|不亮|爆了|冒烟|冒出来|积水|淹了|停水|"
     "停电|没水|"
     "没电|不通|打不开|用不成|用不了|不动了|死了|生虫|枯了|掉下|松了|歪了|垮下|要垮|要倒|快倒|塌陷|黑了|好脏|"
     "太脏|"
     "危险|吓人|浑得|变色|裂缝|有坑|大坑|坑坑洼洼|返臭|困人|没亮|发黄|发黑|有虫|铁锈|压到|砸|咬|撞|砍了|烧了|"
     "冒水|涨水|进来一条|臭烘烘|乱跑|进屋|进水"},
    // Wrong was done to somebody, and nobody sees to it.
    {2,
     "没人管|没人修|没得人|没人来|不管|不修|不给|不发|不退|不还|不让|不认|不理|不赔|没发|没给|没收到|没拿到|"
     "没到账|没修|没退|没赔|没出|拖欠|拖了|欠我|欠薪|拒|占了|霸占|乱收|乱停|乱倒|乱占|乱丢|乱涨|坑人|骗|冒领|"
     "克扣|假的|"
     "假货|断缴|遭|扣了|扣我|太高|好贵|太贵|贵了|涨价|短斤|难|凶得很|抖|贵得很|离谱|不合理|不对|挡到|挡了|"
     "挡完|遮|灌|偷倒|偷挖|私自|黑心|超标|放学生|放小学生|放娃|未成年|"
     "绕路|绕了|没结|没领到|没办|写错|弄丢|打错|搞错|弄错|电鱼|放火|锁了|太大|太小|少了|跑了|吃出|吃到|打娃|"
     "体罚|逼|强行|"
     "强迫|威胁|挖到|捡到|发现|被修|被占|被偷|吞了|没拿到证|宰客|掺假|过量|打人|动手|拉客|缺斤"},
    // Somebody is in need, or lost a paper.
    {1,
     "半夜|凌晨|掉了|丢了|不见了|找不到|搞丢|遗失|受伤|摔|残疾|瘫痪|生病|得病|癌|去世|过世|走了|失业|下岗|"
     "困难|没钱|"
     "没单位|"
     "没工作|没领到|名字|没考上|一直|年了|满了|新开|新买|新修|想开|户口|被开除|辞退|八十|九十|六十|自己交|"
     "迁到|落到|转到"},
    // Laughter and tears.
    {-4,
     "哈哈|呵呵|嘻嘻|嘿嘿|嘎嘎|笑死|笑惨|好笑|搞笑|莫笑|笑人|笑到|都笑|呜呜|哎呀|哇塞|绝了|么么|爱你|想你|"
     "233|hhh"},
    // To one person whom one knows. Offices are 你们.
    {-3, "你|咱俩|哥们|兄弟伙|闺蜜|宝贝|亲爱的|幺妹|同学们|工友们"},
    // Somebody is called by name or kin in front: 妈 …, 李姐 ….
    {-2,
     " 妈 | 爸 | 哥 | 姐 |李姐 |张姐 |王姐 |刘姐 |陈姐 | 老汉 | 老妈 | 老爸 | 老婆 | 老公 | 老板 | 亲 "
     "|返现|张总 |王总 |李总 "},
    // What friends agree on.
    {-3,
     "请客|我请|来耍|去耍|过来耍|出来耍|去哪耍|来玩|去玩|来吃|来喝|来尝|去吃|去喝|一起去|一起吃|聚会|聚餐|"
     "聚一下|喝醉|"
     "喝茶|吃饭|吃席|搓一顿|打牌|逛街|爬山|野餐|露营|兜风|约起|约会|陪我|陪你|陪她|陪他|等我|等你|接我|起床|"
     "带给|借我|"
     "明天还|发我一|发我邮|回我|给我打|打过来|打给我|晚点聊|来嘛|走起|三缺|上号|开黑|集合|老地方|回家吃"},
    // Leisure, films and shows, which no office deals in.
    {-3,
     "游戏|电影|追剧|电视剧|那部|那集|这集|剧情|结局|主角|男主|女主|演员|明星|演的|综艺|相声|小品|动画|小说|"
     "歌词|"
     "这首歌|那首歌|表情包|拍照|合影|自拍|朋友圈|抖音|生日快乐|过生日|拜年|打球|篮球|足球|踢球|踢前锋|钓鱼|"
     "减肥|瘦了|熬夜|瞌睡|睡得香|睡得好|早安|晚安|星座|段子|这个梗|面膜|爆米花|梗笑"},
    // Food, pastime and the like may be complained of, but more often are not.
    {-1,
     "奶茶|火锅|锅盔|蛋糕|外卖|快递|包裹|看电视|唱歌|跳舞|麻将|照片|红包|微信|洗澡|腊肉|菜 |汤|酒|热闹|地铁"},
    // How one liked it.
    {-2,
     "好便宜|好拉风|好耍|吓我一跳|好商量|躺平|神经病|好酷|好萌|好浪漫|尴尬|甜蜜|肉痛|吃土|想哭|哭|笑|无语|"
     "惊呆|激动|浪漫|个鬼|骂|嘲|丑|"
     "好怕|"
     "好吃|好喝|难喝|难吃|好看|好听|好香|好帅|好美|好乖|好甜|好挤|好困|好累|好饿|好险|好怪|好好|漂亮|安逸|"
     "巴适|开心|"
     "高兴|潇洒|羡慕|佩服|心烦|心累|可惜|无聊|好玩|好舒服|清静|好安静|怪怪|感动|惊喜|可爱|撑死|咸得|辣得|"
     "热得|"
     "冷得|熏死|累死|累惨|气死|烦死|心痛|想念|怀念|难忘|精彩|加油|祝全|祝大|祝好|快乐|恭喜|无敌|耶|终于|总算|"
     "安静"},
    // Forbidding and reminding, as one does at home.
    {-3,
     "莫|千万别|别忘|别说|别点|别来|别去|别买|别闹|别催|别想|不要跟|不许|记得|记到|少来|放心|别担心|小心|"
     "注意安全"},
    // What is not wanted.
    {-3,
     "我不想|我不办|我不要|我不去|我不贷|我不离|我不结|我不买|我不找|我不搞|我不考|我不需要|没有要|又没|才不|"
     "不是要|"
     "不生二胎了|算了|懒得|不稀罕|我没闯|我没有"},
    // Jokes that compare, names in play, dreams.
    {-3,
     "比我|比你|比他|似的|跟个|外号|绰号|梦到|梦见|做梦|好比|还不如|都没你|真是个|听哪个|存在你|打西边|人家"},
    {-2, "像|就是个|这叫|叫钱|一样老|倒背如流"},
    // It ended well, so nobody has to see to it.
    {-2,
     "好了 "
     "|拿到了|才拿到|买到了|搞定|完工了|手术做完了|做完了|写完了|修好了|弄好了|办好了|吃完|回来了|考上了|"
     "通过了|中了 |上学去|"
     "上班去|出去了|到家|到站|接到孩子|接到娃|发了 |今天来了|散了|变样|我选了|买了 "
     "|买起了|炖起|带起|学会了|领到了|"
     "收到了 |放你|放桌|放前台|给你|贴好|先挂了|我到了|刚到 "},
    // At home, in the weather, on the way.
    {-2,
     "多穿点|降温|下雪|星星|月亮|洗碗|碗洗|做了一桌|鞋子|种花|看剧|排队|打点钱|抽烟|那家|门口等|人挺好|"
     "桃花开|尿床|头发都|腿软|胃口|精神还好|好些了|锅头|气色"},
    {-1, "我在|他|她|大家|那个|带去|送他|送她"},
    // Tales name their time, plans of friends too.
    {-1,
     "昨天|昨晚|昨夜|今天|今晚|明晚|明天|刚刚|刚才|刚从|那天|上周|周末|周日|星期|小时候|当年|改天|下次|回头|"
     "等会|一会儿|下午|点半|这辈子|路过|退休了就"},
    // Particles that soften what one says to friends.
    {-1, "哈 |咯 |哦 |哟 |嘛 |噻 |呀 |啦 |喽 |嘞 |嘿 |呗 |哒 |啊 |撒 "},
    // Advertisements and fraud.
    {-4,
     "特惠|折起|满减|盛大|热销|热映|名额有限|立减|返现|给个好评|开业大吉|酬宾|点击|涉嫌|安全账户|速汇款|"
     "请将资金|私聊|"
     "加v|低价出|高价回收|专治|无效退款|疏通管道|随叫随到|详询|看车联系|包过|秒批|元起|万起"},
};

// Signs become blanks but ?, which stands before one; the ends are blanks too.
std::string spread(std::string_view normal) {
  std::string text = " ";
  for (const char c : normal) {
    if (c == '?') text += " ?";
    text += is_sign(c) ? ' ' : c;
  }
  return text + ' ';
}

void take_out_other_words(std::string& text) {
  static const auto others = [] {
    word_finder words;
    words.add(other_words, 0);
    return words;
  }();
  for (std::size_t at = 0; at < text.size(); ++at)
    if (const auto* other = others.longest_at(std::string_view(text).substr(at)))
      text.replace(at, other->form.size(), 1, '_');
}

/// Each word with the number of its row.
word_finder all_signs() {
  word_finder words;
  for (std::uint32_t row = 0; row < std::size(table); ++row) words.add(table[row].words, row);
  return words;
}

}  // namespace

int inquiry_signs(std::string_view normal) {
  static const auto signs = all_signs();
  auto spread_out = spread(normal);
  take_out_other_words(spread_out);
  const std::string_view text = spread_out;
  std::bitset<std::size(table)> seen;
  for (std::size_t at = 0; at < text.size(); ++at)
    for (const auto& one : signs.near(text.substr(at)))
      if (text.substr(at).starts_with(one.form)) seen.set(one.value);
  int points = 0;
  for (std::size_t row = 0; row < seen.size(); ++row)
    if (seen[row]) points += table[row].points;
  return points;
}

}  // namespace duanwen
