"""Numbers that measure nothing: each sentence holds digits or numerals, and no metric."""

from __future__ import annotations

import pytest

from govreport import find_metrics

YEARS = [
    "到2023年底全部完成",
    "自2019年以来持续向好",
    "2021—2025年实施方案",
    "2022-2023年度考核结果",
    "１９９８年至２００３年",
    "一九五三年至一九五七年",
    "二〇二三年工作总结",
    "面向2035年远景目标",
    "2023/24榨季",
    "上世纪90年代",
    "20世纪60年代建成",
]
DATES = [
    "6月26日开展集中宣传",
    "６月２６日开展集中宣传",
    "1月至11月",
    "自2024年3月1日起施行",
    "2024-03-01发布",
    "2024.3.1发布",
    "上午9:30在会议室召开",
    "12月份",
    "三季度末",
    "第2季度",
]
ORDINALS = [
    "第十五届人民代表大会第三次会议",
    "第15届人民代表大会第3次会议",
    "二十届三中全会精神",
    "十九届六中全会和二十届三中全会",
    "第7次常务会议审议通过",
    "第五次全国经济普查",
    "建站75周年",
    "第三产业持续回升",
    "第一责任人",
    "第1个三年行动",
    "一是建机制，二是强队伍，三是抓督查",
    "二十大精神",
]
LAWS = [
    "依照行政复议法第三十三条",
    "依照条例第20条第2款第（三）项",
    "第二十一条、第二十二条",
    "科办政办发〔2023〕4号",
    "国办发[2021]30号",
    "鲁政发（2022）7号",
    "国令第711号公布",
    "《“十四五”规划2021年任务300条》",
    "《优化服务100条》",
]
SLOGANS = [
    "“4·15”全民国家安全教育日",
    "“4.15”国家安全日",
    "“12·4”国家宪法日",
    "‘3·15’消费者权益日",
    "“13331”工作体系",
    "“4×4”产业体系",
    "“1+3+N”治理格局",
    "4×4产业体系",
    "“三重一大”事项集体决策",
    "三重一大制度",
    "“十四五”规划",
    "十五五时期",
    "“一带一路”沿线",
    "落实一村一法律顾问",
    "一站式服务大厅",
    "一窗受理、一次办好、最多跑一次",
    "双随机、一公开",
    "三农工作",
    "五位一体、四个全面",
    "三大攻坚战、十大行动",
    "千方百计、万众一心",
    "千家万户",
    "百年未有之大变局",
    "一把手负责制",
    "统一部署、专一主业",
]
NAMES = [
    "12345热线",
    "12345政务服务便民热线",
    "12348平台",
    "110接处警",
    "PM2.5平均浓度",
    "PM10和PM2.5",
    "5G基站",
    "“5G+工业互联网”",
    "G98高速",
    "S319线改造",
    "世界500强企业",
    "百强县",
    "5A级景区",
    "3级医院",
    "二等奖",
    "17号线开通",
    "3号楼、8楼会议室",
    "2.0版指引",
    "营商环境7.0版",
    "ISO9001认证",
    "COP15大会",
    "双11期间",
]
NUMBERS = [
    "联系电话：0512-2180001",
    "联系电话：13800138000",
    "邮政编码100000",
    "三次产业结构为5.1:42.3:52.6",
    "统一社会信用代码91000000MA3C",
]
MARKERS = [
    "1. 加强领导",
    "１．加强领导",
    "（1）加强领导",
    "1、加强领导",
    "2）加强领导",
    "［3］见附表",
    "[1]按现价计算",
]
VAGUE = [
    "数百人参加",
    "多个部门联合执法",
    "一批项目落地",
    "一支队伍管执法",
    "数亿人",
    "几十家",
]

ALL = {
    "years": YEARS,
    "dates": DATES,
    "ordinals": ORDINALS,
    "laws": LAWS,
    "slogans": SLOGANS,
    "names": NAMES,
    "numbers": NUMBERS,
    "markers": MARKERS,
    "vague": VAGUE,
}
ROWS = [pytest.param(text, id=f"{name}: {text}") for name, texts in ALL.items() for text in texts]


@pytest.mark.parametrize("text", ROWS)
def test_no_metric(text: str) -> None:
    assert find_metrics(text) == []


@pytest.mark.parametrize("text", ROWS)
def test_no_metric_inside_a_sentence_but_the_real_one(text: str) -> None:
    """What stands before or behind a name changes neither: only the figure that counts is found."""
    found = find_metrics(f"{text}。全年办结信访件37件。{text}。")
    assert [(m.name, m.value, m.unit) for m in found] == [("信访件", 37, "件")]


BESIDE = [
    # a metric beside a number that is none
    ("2023年办结12件", ["12件"]),
    ("建成5G基站300个", ["300个"]),
    ("创建4A级景区3家", ["3家"]),
    ("新增世界500强企业2家", ["2家"]),
    ("PM2.5平均浓度33微克/立方米", ["33微克/立方米"]),
    ("12345热线办结率98.6%", ["98.6%"]),
    ("“4·15”期间宣讲6场", ["6场"]),
    ("“十四五”期间修路120公里", ["120公里"]),
    ("依据条例第二十条公开信息45条", ["45条"]),
    ("第3次常务会议审议文件8件", ["8件"]),
    ("6月26日集中宣传1场", ["1场"]),
    ("1. 培训骨干40人", ["40人"]),
    ("17号线延伸5公里", ["5公里"]),
    ("建成110千伏变电站3座", ["110千伏", "3座"]),
    ("S319线投资1亿2000万元", ["1亿2000万元"]),
]


@pytest.mark.parametrize(("text", "expected"), BESIDE, ids=[row[0] for row in BESIDE])
def test_the_metric_beside_it_is_found(text: str, expected: list[str]) -> None:
    assert [m.text for m in find_metrics(text)] == expected
