"""Units (单位) of quantities in reports: what they measure, and the longest one at a place.

>>> unit_at("万亿元", 2), unit_at("个百分点以上", 0), unit_at("微克/立方米", 0), unit_at("级", 0)
('元', '个百分点', '微克/立方米', '')
"""

from __future__ import annotations

MONEY = """
    元 美元 欧元 港元 日元 英镑 卢布 人民币
"""
SHARE = """
    % ‰ 个百分点 百分点 个千分点 倍 个基点 基点
"""
MEASURE = """
    公里 千米 米 厘米 毫米 微米 纳米 海里 里 英寸 平方公里 平方千米 平方米 平方 亩 公顷 立方米 方 立方 吨 公斤
    千克 克 毫克 微克 斤 担 吨标准煤 吨标煤 千瓦 千瓦时 瓦 兆瓦 兆瓦时 吉瓦 吉瓦时 伏 千伏 千伏安 伏安 升 毫升
    千升 标准箱 标箱 人公里 吨公里 马力 印张 ℃ 摄氏度 度 km GW MW kW GWh MWh kWh TEU P EFLOPS Mbps Gbps 比特
    赫兹 公里线路 车公里 标立方米 立方英尺 桶 大卡 千卡
"""
TIME = """
    年 个月 天 小时 分钟 秒 个工作日 工作日 周岁 岁 学时 课时 个学时 个课时 个小时 个季度 个榨季 个交易日 昼夜
"""
COUNT = """
    个 家 名 人 人次 项 项次 户 户次 件 件次 条 条次 套 套次 所 位 座 部 部次 场 场次 次 处 处次 辆 辆次 台
    台次 台套 张 种 类 大类 大项 列 批 批次 只 只次 宗 支 轮 轮次 头 羽 份 份次 起 枚 艘 艘次 块 款 款次 对 届
    篇 篇次 册 本 期 门 间 栋 幢 棵 株 口 颗 盏 根 架 架次 尾 片 组 队 班 班次 节 笔 笔次 单 例 卷 集 首 幅 枝
    盒 剂 剂次 针 针次 针剂 箱 袋 字 页 人份 天次 趟 趟次 团次 车次 人天 人口 分 标段 床 户头 站次 校次 店次
    企次 家次 道 幕 台班 宗次 人日 课 通
"""

KINDS: dict[str, str] = {
    unit: kind
    for kind, names in (("count", COUNT), ("time", TIME), ("measure", MEASURE), ("share", SHARE), ("money", MONEY))
    for unit in names.split()
}
"""What each unit measures: money, share, measure, time or count (a counted thing follows: 15个城市社区)."""

NOT_BEFORE: dict[str, str] = {
    "年": "代级度报龄级份轻青",
    "人": "制均大民事才格头员",
    "位": "数于置",
    "分": "之别布钟公司局支行配类为解级区期管析散",
    "名": "单录称册牌",
    "家": "庭园门乡具",
    "次": "会全级数序",
    "件": "套均",
    "天": "然津气",
    "方": "面案式向",
    "条": "件例约款",
    "班": "子级组",
    "组": "织成长",
    "站": "点",
    "里": "程面",
    "度": "假过",
    "道": "路德教",
    "队": "伍",
    "口": "岸子",
    "期": "间货末",
    "门": "类户票",
    "课": "题程",
    "通": "过知报信道车用常讯告",
    "台": "湾账风阶",
    "米": "粮饭",
    "单": "位元元一项个独",
    "节": "点能约假日目",
    "片": "区面段",
    "本": "科地级级身级级市县",
    "秒": "杀",
    "例": "如会",
    "类": "似",
    "种": "植子业粮质",
    "头": "部雁",
    "对": "口外于接比标",
    "支": "持付出部队援",
    "处": "理置罚级长室",
    "起": "来步到点草",
    "列": "入为车支",
    "批": "准复",
    "集": "中团聚体",
    "首": "批次个家单",
    "块": "状",
    "场": "所地馆",
    "部": "门分署委队",
    "座": "谈",
    "款": "项",
    "页": "岩",
    "担": "保",
    "架": "构",
    "升": "级至到",
}
"""Characters behind which a unit is the beginning of another word: 3年级, 20条件, 5分之一."""

LONGEST: dict[str, int] = {}
"""The length of the longest unit that begins with a character."""
for _unit in KINDS:
    LONGEST[_unit[0]] = max(len(_unit), LONGEST.get(_unit[0], 0))


def unit_at(text: str, start: int) -> str:
    """The longest unit that `text` has at `start`, with what it is counted per (元/千瓦时); "" if none stands there."""
    unit = _simple(text, start)
    end = start + len(unit)
    following = text[end : end + 1]
    if not unit or not following:
        return unit
    if following == "（":  # 台（套）, 辆（台）
        other = _simple(text, end + 1)
        if other and KINDS[unit] == "count" and text[end + 1 + len(other) : end + 2 + len(other)] == "）":
            return f"{unit}（{other}）"
    elif following in "/∕":
        per = _simple(text, end + 1)
        if per:
            return unit + "/" + per
    return "" if following in NOT_BEFORE.get(unit, "") else unit


def unit_kind(unit: str) -> str:
    """What a unit measures: money, share, measure, time, count; a unit per another is a measure; "" for none.

    >>> unit_kind("元"), unit_kind("元/千瓦时"), unit_kind("")
    ('money', 'measure', '')
    """
    return "measure" if "/" in unit else KINDS.get(unit.partition("（")[0], "")


def _simple(text: str, start: int) -> str:
    for length in range(LONGEST.get(text[start : start + 1], 0), 0, -1):
        if (unit := text[start : start + length]) in KINDS:
            return unit
    return ""
