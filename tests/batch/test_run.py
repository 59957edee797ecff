"""Many reports → tables: what is in them, and what doesn't depend on how they were made."""

from __future__ import annotations

import io
import tarfile
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from govreport import OptionError, SourceError, read
from govreport.batch import Outcome, run
from govreport.batch.inputs import items
from govreport.batch.sheets import KINDS
from govreport.batch.tables import TABLES, rows_of
from govreport.review import check

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "kebu_2022.md"


def files_of(out: Path) -> dict[str, bytes]:
    return {str(path.relative_to(out)): path.read_bytes() for path in sorted(out.rglob("*")) if path.is_file()}


def plainly(files: Any, out: Path, **options: Any) -> Outcome:
    return run(files, out, format="jsonl.gz", workers=1, limit=0, part=3, **options)


def test_rows_have_the_columns_of_the_schema() -> None:
    report = read(EXAMPLE)
    rows = rows_of(report, check(report), "k", "kebu_2022.md", 1)
    assert set(rows) == set(TABLES) - {"errors"}
    for table, found in rows.items():
        columns = {name: kind for name, kind, _ in TABLES[table]}
        assert found, table
        for row in found:
            assert list(row) == list(columns), table
            for name, value in row.items():
                assert value is None or type(value) is columns[name], (table, name, value)
    assert len(rows["sections"]) == 39 and len(rows["metrics"]) == 12


def test_a_folder(reports: Path, tmp_path: Path, read_table: Any) -> None:
    out = tmp_path / "out"
    assert plainly([reports], out) == Outcome(8, 1, 0)
    found = read_table(out, "reports")
    assert [Path(row["path"]).name for row in found] == [
        "县1.txt",
        "县3.txt",
        "县5.txt",
        "县0.txt",
        "县2.txt",
        "县4.txt",
        "重复.txt",
    ]
    assert [row["year"] for row in found] == [2016, 2018, 2020, 2015, 2017, 2019, 2017]
    assert found[-1]["duplicate_of"].endswith("县2.txt") and found[-1]["report"] == found[4]["report"]
    keys = {row["report"] for row in found}
    for table in ("sections", "metrics", "plans", "problems"):
        rows = read_table(out, table)
        assert {row["report"] for row in rows} == keys, table
        assert len({(row["report"], row["address"], row["start"]) for row in rows}) == len(rows), table
    errors = read_table(out, "errors")
    assert [(Path(row["path"]).name, row["error"]) for row in errors] == [("坏.docx", "FormatError")]


@pytest.mark.parametrize("executor", [ThreadPoolExecutor])
def test_tables_do_not_depend_on_the_executor(reports: Path, tmp_path: Path, executor: Any) -> None:
    plainly([reports], tmp_path / "one")
    with executor(8) as pool:
        run([reports], tmp_path / "eight", pool, format="jsonl.gz", part=3)
    assert files_of(tmp_path / "one") == files_of(tmp_path / "eight")


def test_a_run_that_was_broken_off_goes_on(reports: Path, tmp_path: Path) -> None:
    class BrokenOff(Exception):
        pass

    def stop(done: int, total: int, errors: int) -> None:
        if done == 3:
            raise BrokenOff

    plainly([reports], tmp_path / "whole")
    with pytest.raises(BrokenOff):
        plainly([reports], tmp_path / "out", progress=stop)
    assert plainly([reports], tmp_path / "out", resume=True) == Outcome(8, 1, 3)
    assert files_of(tmp_path / "whole") == files_of(tmp_path / "out")


def test_parts_of_other_inputs_are_made_anew(reports: Path, tmp_path: Path, read_table: Any) -> None:
    plainly([reports], tmp_path / "out")
    (reports / "县6.txt").write_text("某县2021年工作总结\n一、情况\n平稳。\n", "utf-8")
    assert plainly([reports], tmp_path / "out", resume=True).resumed == 6
    assert len(read_table(tmp_path / "out", "reports")) == 8
    for name in ("县5.txt", "县6.txt"):
        next(reports.rglob(name)).unlink()
    (reports / "重复.txt").unlink()
    (reports / "坏.docx").unlink()
    assert plainly([reports], tmp_path / "out", resume=True).documents == 5
    assert len(read_table(tmp_path / "out", "reports")) == 5


def test_shards_together_are_the_whole(reports: Path, tmp_path: Path) -> None:
    plainly([reports], tmp_path / "whole")
    for shard in ((1, 2), (2, 2)):
        plainly([reports], tmp_path / "shards", shard=shard)
    whole, shards = files_of(tmp_path / "whole"), files_of(tmp_path / "shards")
    assert whole == shards


def test_archives_are_read_in_place(reports: Path, tmp_path: Path, read_table: Any) -> None:
    data = (reports / "县0.txt").read_bytes()
    with zipfile.ZipFile(tmp_path / "一.zip", "w") as archive:
        archive.writestr("../../逃.txt", data)
        archive.writestr("内/县.txt", (reports / "县2.txt").read_bytes())
        archive.writestr("图.png", b"")
    with tarfile.open(tmp_path / "二.tar.gz", "w:gz") as tar:
        member = tarfile.TarInfo("/etc/县.txt")
        member.size = len(data)
        tar.addfile(member, io.BytesIO(data))
        link = tarfile.TarInfo("链接.txt")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        tar.addfile(link)
    before = set(tmp_path.rglob("*")) | set(tmp_path.parent.glob("*"))
    out = tmp_path / "out"
    assert plainly([tmp_path / "一.zip", tmp_path / "二.tar.gz"], out).errors == 0
    assert [row["path"].partition("!")[2] for row in read_table(out, "reports")] == [
        "../../逃.txt",
        "内/县.txt",
        "/etc/县.txt",
    ]
    after = set(tmp_path.rglob("*")) | set(tmp_path.parent.glob("*"))
    assert all(out in path.parents or path == out for path in after - before)


def test_patterns_and_links(reports: Path, tmp_path: Path) -> None:
    (reports / "链接.txt").symlink_to(reports / "县0.txt")
    assert len(items([str(reports / "**" / "县*.txt")])) == 6
    assert not any("链接" in item.path for item in items([reports]))


def test_names_that_lead_nowhere(tmp_path: Path) -> None:
    for name in ("没有.txt", "没有*.txt"):
        with pytest.raises(SourceError, match="没有"):
            plainly([tmp_path / name], tmp_path / "out")


@pytest.mark.parametrize("shard", [(0, 2), (3, 2)])
def test_shards_that_make_no_sense(tmp_path: Path, shard: tuple[int, int]) -> None:
    with pytest.raises(OptionError):
        plainly([tmp_path], tmp_path / "out", shard=shard)


@pytest.mark.parametrize("format", KINDS)
def test_formats_hold_the_same(reports: Path, tmp_path: Path, format: str, read_table: Any) -> None:
    if format == "parquet":
        pytest.importorskip("pyarrow")
    plainly([reports], tmp_path / "jsonl")
    expected = read_table(tmp_path / "jsonl", "metrics")
    run([reports], tmp_path / "out", format=format, workers=1, limit=0, part=3)
    files = sorted((tmp_path / "out" / "metrics").glob("*"))
    if format == "parquet":
        import pyarrow.parquet as parquet

        found = [row for file in files for row in parquet.read_table(file).to_pylist()]
        assert found == expected
    elif format == "csv":
        assert all(file.read_bytes().startswith(b"\xef\xbb\xbfreport,") for file in files)
        assert sum(len(file.read_text("utf-8-sig").splitlines()) - 1 for file in files) == len(expected)


def test_findings_when_asked_for(reports: Path, tmp_path: Path, read_table: Any) -> None:
    plainly([reports], tmp_path / "out", check=True)
    assert read_table(tmp_path / "out", "findings")
    plainly([reports], tmp_path / "none")
    assert read_table(tmp_path / "none", "findings") == []
