"use strict";
(() => {
  const all = (selector, inside = document) => [...inside.querySelectorAll(selector)];

  // which severities are shown
  const choice = document.querySelector(".choice");
  if (choice) {
    choice.hidden = false;
    choice.addEventListener("change", () => {
      for (const box of all("input", choice)) {
        document.body.classList.toggle("no-" + box.value, !box.checked);
        for (const entry of all(".entry." + box.value)) entry.closest("tr").hidden = !box.checked;
      }
    });
  }

  // tables sorted by a click on the head of a column
  const compare = new Intl.Collator("zh-CN", { numeric: true }).compare;
  const key = (row, at) => {
    const cell = row.cells[at];
    const number = cell.dataset.sort;
    return number === undefined ? [cell.textContent, 0] : [cell.dataset.unit || "", Number(number)];
  };
  for (const table of all("table.findings, table.figures, table.plans, table.targets, table.problems")) {
    const body = table.tBodies[0];
    const order = [...body.rows];
    if (order.length < 2) continue;
    all("thead th", table).forEach((head, at) => {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const now = head.getAttribute("aria-sort");
        all("thead th", table).forEach((other) => other.removeAttribute("aria-sort"));
        let rows = order;
        if (now !== "descending") {
          const turn = now === "ascending" ? -1 : 1;
          head.setAttribute("aria-sort", turn > 0 ? "ascending" : "descending");
          rows = order
            .map((row) => ({ row, key: key(row, at) }))
            .sort((one, other) => compare(one.key[0], other.key[0]) || turn * (one.key[1] - other.key[1]))
            .map((entry) => entry.row);
          if (turn < 0 && !rows.some((row) => row.cells[at].dataset.sort)) rows.reverse();
        }
        body.append(...rows);
      });
    });
  }

  // the bar and the outline follow the reader; behind the end of the text no section is where the reader is
  const LINE = 140;
  const follower = (list, scrolls, end) => {
    const links = all("a", list);
    const places = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))) || link);
    let current = null;
    return () => {
      let low = 0;
      let high = places.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (places[middle].getBoundingClientRect().top < LINE) low = middle + 1;
        else high = middle;
      }
      const next = (end && end.getBoundingClientRect().bottom < LINE ? null : links[low - 1]) || null;
      if (next === current) return;
      if (current) current.removeAttribute("aria-current");
      current = next;
      if (!current) return;
      current.setAttribute("aria-current", "location");
      if (!scrolls) return;
      const box = list.getBoundingClientRect();
      const place = current.getBoundingClientRect();
      if (place.top < box.top || place.bottom > box.bottom) list.scrollTop += place.top - box.top - box.height / 3;
    };
  };
  const outline = document.querySelector(".outline");
  const followers = [follower(document.querySelector(".topbar nav"), false, null)];
  if (outline) {
    followers.push(follower(outline, true, document.querySelector("article")));
    if (matchMedia("(max-width: 62rem)").matches) outline.querySelector("details").open = false;
  }
  const follow = () => followers.forEach((one) => one());
  let waiting = false;
  addEventListener("scroll", () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => { waiting = false; follow(); });
  }, { passive: true });
  follow();

  // what is folded away opens for the printer, but not new sections (their text stands in the report above), reasons
  // of rules and figures that are gone, which are long: who wants them on paper opens them
  const FOLDS = ".part td details, .part th details, details.change:not(:has(> summary > .added))";
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = all(FOLDS).filter((fold) => !fold.open);
    for (const fold of opened) fold.open = true;
  });
  addEventListener("afterprint", () => {
    for (const fold of opened) fold.open = false;
  });
})();
