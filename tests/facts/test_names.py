"""Names as pair tables: what a reader would write before each number in a table."""

from __future__ import annotations

import pytest

from govreport import find_metrics
from govreport.facts.coordination import parts, respective
from govreport.facts.names import left_name, subject

BEFORE = [
    # the name stands before the number
    ("调解员180余名", "调解员"),
    ("辖区现有调委会16个", "调委会"),
    ("全年办结信访件37件", "信访件"),
    ("开展法律咨询22场", "法律咨询"),
    ("发放宣传资料6000余份", "宣传资料"),
    ("城镇新增就业1244万人", "城镇新增就业"),
    ("2023年城镇登记失业率控制在5.5%以内", "城镇登记失业率"),
    ("全年空气优良天数比率达到95.6%", "空气优良天数比率"),
    ("截至2023年底，全县共有公共法律服务站18个", "公共法律服务站"),
    ("目前，持有行政执法资格证人员有64人", "行政执法资格证人员"),
    ("行政机关负责人出庭应诉率100%", "行政机关负责人出庭应诉率"),
    ("人民调解成功率达98.7%", "人民调解成功率"),
    ("政务服务事项网上可办率达到99%", "政务服务事项网上可办率"),
    ("举办“法律六进”活动36场", "“法律六进”活动"),
    ("开展“八五”普法宣讲12场次", "“八五”普法宣讲"),
    ("培养“法律明白人”1560名", "“法律明白人”"),
    ("印发《工作要点》300份", "《工作要点》"),
    ("开展扫黑除恶、禁毒宣传等活动36场", "活动"),
    ("新建农村公路86公里", "农村公路"),
    ("社会消费品零售总额突破800亿元", "社会消费品零售总额"),
    ("单位GDP能耗下降3%", "单位GDP能耗"),
    ("R&D经费支出占GDP比重达到2.4%", "R&D经费支出占GDP比重"),
    ("A级旅游景区达到28家", "A级旅游景区"),
    ("建成5G基站300个", "5G基站"),
    ("PM2.5平均浓度33微克/立方米", "PM2.5平均浓度"),
    ("市本级出台规范性文件4件", "规范性文件"),
    ("区司法局审核合同文件215件", "合同文件"),
    ("（一）加强培训。组织执法人员培训6期", "执法人员培训"),
    ("一是完善制度，制定规范性文件3件", "规范性文件"),
    ("全年办理“12345”热线转办件3600件", "“12345”热线转办件"),
]

BEHIND = [
    # the noun that is counted follows
    ("15个城市社区签订了合同", "城市社区"),
    ("聘请12名律师", "律师"),
    ("为320户困难家庭发放补贴", "困难家庭"),
    ("为15.6万名职工缴纳保险", "职工"),
    ("5万多名群众受益", "群众"),
    ("2000余名党员干部参加培训", "党员干部"),
    ("对12起典型案件进行通报", "典型案件"),
    ("三分之二的公园实现开放", "公园"),
    ("95%以上的事项实现网上办理", "事项"),
    ("100%的村（社区）建成服务站", "村（社区）"),
    ("建设20个“口袋公园”", "“口袋公园”"),
]

VERBS = [
    # where no noun is counted, the verb
    ("惠及3600余人", "惠及"),
    ("全年办结40件", "办结"),
    ("覆盖1.2万人次", "覆盖"),
]

ONE = [*BEFORE, *BEHIND, *VERBS]


@pytest.mark.parametrize(("text", "name"), ONE, ids=[row[0] for row in ONE])
def test_name(text: str, name: str) -> None:
    assert [m.name for m in find_metrics(text)] == [name]


SEVERAL = [
    # a clause without a subject of its own has that of the clause before
    ("一般公共预算收入216亿元，同比增长5.1%", ["一般公共预算收入"] * 2),
    ("居民人均可支配收入43210元，增长5.8%", ["居民人均可支配收入"] * 2),
    ("工业增加值增长6.1%，高于全国1.2个百分点", ["工业增加值"] * 2),
    ("第三产业占比48%，提高3.2个百分点", ["第三产业占比"] * 2),
    # from … to
    ("高新技术企业由1.2万家增至近3万家", ["高新技术企业"] * 2),
    ("办理时限由15个工作日压缩至5个工作日", ["办理时限"] * 2),
    ("补助标准从每人每月640元提高到680元", ["补助标准"] * 2),
    # lists
    ("建成智能工厂270余家、数字化车间1200余个", ["智能工厂", "数字化车间"]),
    ("15个城市社区与12名律师签订了法律顾问合同", ["城市社区", "律师"]),
    ("全年受理行政复议案件42件，办结40件，纠错3件", ["行政复议案件", "办结", "纠错"]),
    ("接待游客520万人次、实现旅游收入41亿元", ["游客", "旅游收入"]),
    ("接待来访86批320人次", ["来访", "来访"]),
    ("行政诉讼案件23件，败诉率4.3%", ["行政诉讼案件", "败诉率"]),
    ("固定资产投资增长8.2%，其中工业投资增长12.4%", ["固定资产投资", "工业投资"]),
    ("主要预期目标是：地区生产总值增长5%左右，一般公共预算收入增长3%", ["地区生产总值", "一般公共预算收入"]),
    ("一是建章立制，制定文件3件；二是强化监督，抽查案卷120份", ["文件", "案卷"]),
    # 分别
    ("治安案件、刑事案件同比分别下降12%、8%", ["治安案件", "刑事案件"]),
    ("森林覆盖率、自来水普及率分别达到43%和91%", ["森林覆盖率", "自来水普及率"]),
    ("城镇、农村居民人均可支配收入分别增长5%和6.5%", ["城镇居民人均可支配收入", "农村居民人均可支配收入"]),
    ("水稻、小麦产量分别达到30万吨和12万吨", ["水稻产量", "小麦产量"]),
    ("生产安全事故起数、死亡人数分别下降23.8%、22.4%", ["生产安全事故起数", "死亡人数"]),
]


@pytest.mark.parametrize(("text", "names"), SEVERAL, ids=[row[0] for row in SEVERAL])
def test_names(text: str, names: list[str]) -> None:
    assert [m.name for m in find_metrics(text)] == names


def test_a_name_is_not_inherited_from_another_sentence_that_names_its_own() -> None:
    found = find_metrics("办结信访件37件。开展培训12场。惠及群众500人。")
    assert [m.name for m in found] == ["信访件", "培训", "群众"]


LEFT = [
    # text before a number, name, verb that stands alone
    ("目前持有行政执法资格证人员有", "行政执法资格证人员", ""),
    ("惠及", "", "惠及"),
    ("比上年增长", "", ""),
    ("", "", ""),
    ("2023年，", "", ""),
    ("“十四五”期间粮食产量", "粮食产量", ""),
]


@pytest.mark.parametrize(("text", "name", "verb"), LEFT, ids=[row[0] or "nothing" for row in LEFT])
def test_left_name(text: str, name: str, verb: str) -> None:
    assert left_name(text) == (name, verb)


SUBJECTS = [
    ("今年城镇、农村居民人均可支配收入比上年", "城镇、农村居民人均可支配收入"),
    ("2023年治安案件、刑事案件同比", "治安案件、刑事案件"),
    ("水稻和小麦产量", "水稻和小麦产量"),
]


@pytest.mark.parametrize(("text", "expected"), SUBJECTS, ids=[row[0] for row in SUBJECTS])
def test_subject(text: str, expected: str) -> None:
    assert subject(text) == expected


COORDINATIONS = [
    ("治安案件、刑事案件", 2, ["治安案件", "刑事案件"]),
    ("城镇、农村居民人均可支配收入", 2, ["城镇居民人均可支配收入", "农村居民人均可支配收入"]),
    ("水稻、小麦、玉米产量", 3, ["水稻产量", "小麦产量", "玉米产量"]),
    ("水泥和化肥（折纯）", 2, ["水泥", "化肥（折纯）"]),
    # members that don't match the numbers: the whole for each
    ("治安案件、刑事案件", 3, ["治安案件、刑事案件"] * 3),
    ("信访量", 2, ["信访量"] * 2),
]


@pytest.mark.parametrize(("text", "count", "expected"), COORDINATIONS)
def test_respective(text: str, count: int, expected: list[str]) -> None:
    assert respective(text, count) == expected


def test_quotes_and_brackets_are_not_split() -> None:
    assert parts("“专精、特新”企业和村（社区、街道）及园区") == ["“专精、特新”企业", "村（社区、街道）", "园区"]
