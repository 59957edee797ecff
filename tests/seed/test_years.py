"""Which years are rolled on, and which stay."""

from __future__ import annotations

import pytest

from govreport.seed.blanks import rolled

ROLL = {2022: 2023, 2023: 2024}
TABLE = [
    ("2022年，全区", "2023年，全区"),
    ("2022 年度工作", "2023 年度工作"),
    ("２０２２年工作", "２０２３年工作"),
    ("二〇二二年工作", "二〇二三年工作"),
    ("二○二二年工作", "二○二三年工作"),
    ("2023年度推进法治建设的主要安排", "2024年度推进法治建设的主要安排"),
    ("2022年以来，我们", "2023年以来，我们"),
    ("与2021年相比", "与2022年相比"),
    ("比2021年下降", "比2022年下降"),
    # not the report's year
    ("2019年建成的大厅", "2019年建成的大厅"),
    ("2021年建成的大厅", "2021年建成的大厅"),
    ("《2022年普法要点》", "《2022年普法要点》"),
    ("依据《条例》（2022年修订）", "依据《条例》（2022年修订）"),
    ("（某办发〔2022〕3号）", "（某办发〔2022〕3号）"),
    ("“2022年十件实事”", "“2022年十件实事”"),
    ("2021—2022年两年间", "2021—2022年两年间"),
    ("2020年到2022年", "2020年到2022年"),
    ("“十四五”时期", "“十四五”时期"),
    ("自2022年5月起施行", "自2022年5月起施行"),
    ("12022年", "12022年"),
    # days of last year are not those of the next
    ("2022年9月15日召开会议", "2023年【待填：日期，上年9月15日】召开会议"),
    ("2022年9月召开会议", "2023年【待填：日期，上年9月】召开会议"),
    ("9月15日召开会议", "【待填：日期，上年9月15日】召开会议"),
    ("3月15日国际消费者权益日", "3月15日国际消费者权益日"),
    ("统计期限自2022年1月1日起至2022年12月31日止", "统计期限自2023年1月1日起至2023年12月31日止"),
    # figures
    ("现有调解员180余名", "现有调解员【待填：调解员（名），上年180余名】"),
    (
        "由2021年的30件增加到2022年42件",
        "由2021年的【待填：数字（件），上年30件】增加到2023年【待填：数字（件），上年42件】",
    ),
]


@pytest.mark.parametrize(("text", "expected"), TABLE)
def test_rolled(text: str, expected: str) -> None:
    assert rolled(text, ROLL) == expected


@pytest.mark.parametrize("text", [row[1] for row in TABLE])
def test_what_was_rolled_has_no_more_figures_to_blank(text: str) -> None:
    from govreport import find_metrics

    assert find_metrics(rolled(text, ROLL)) == []
