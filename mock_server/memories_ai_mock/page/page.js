// The emulator's page: asks the emulator once a second and shows what it says. Whatever the emulator says becomes text,
// never markup: it holds names and bodies that anybody may have sent.

const PERIOD = 1000;
const PATIENCE = 5000;
const BATCH = 500;
const MAX_BATCHES = 10;
const MAX_ROWS = 500;
const MAX_BODY = 20_000;
const NEWS_SHOWN = 8000;

const byId = (id) => document.getElementById(id);

// --- Text ------------------------------------------------------------------------------------------------------------

const pad = (number, digits = 2) => String(number).padStart(digits, "0");

/** Seconds since 1970 as date and time of UTC; "" if they are none. */
function dateTime(seconds) {
  const date = new Date(seconds * 1000);
  return typeof seconds === "number" && !Number.isNaN(date.getTime()) ? date.toISOString().slice(0, 19).replace("T", " ") : "";
}

/** The time of day with milliseconds. */
function timeOfDay(seconds) {
  const date = new Date(seconds * 1000);
  return typeof seconds === "number" && !Number.isNaN(date.getTime()) ? date.toISOString().slice(11, 23) : "";
}

function bytes(count) {
  if (typeof count !== "number") return "";
  const units = ["B", "KB", "MB", "GB", "TB"];
  const power = Math.min(units.length - 1, count < 1000 ? 0 : Math.floor(Math.log10(count) / 3));
  const value = count / 1000 ** power;
  return `${power && value < 100 ? value.toFixed(1) : Math.round(value)} ${units[power]}`;
}

function duration(seconds) {
  if (typeof seconds !== "number") return "";
  const whole = Math.floor(seconds);
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  return hours ? `${hours}:${pad(minutes)}:${pad(whole % 60)}` : `${minutes}:${pad(whole % 60)}`;
}

const grouped = (number) => (typeof number === "number" ? number.toLocaleString("en") : "");

const counted = (number, one, many = `${one}s`) => `${grouped(number)} ${number === 1 ? one : many}`;

function pretty(body) {
  let text = typeof body === "string" ? body : JSON.stringify(body, null, 2);
  if (typeof body === "string") {
    try {
      text = JSON.stringify(JSON.parse(body), null, 2);
    } catch {
      // It is no JSON: shown as it is.
    }
  }
  if (text.length <= MAX_BODY) return text;
  return `${text.slice(0, MAX_BODY)}\n… ${grouped(text.length - MAX_BODY)} characters more`;
}

// --- Elements --------------------------------------------------------------------------------------------------------

/** An element with properties and children; a string among the children becomes text. */
function element(tag, properties = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name.includes("-") || name === "role") made.setAttribute(name, value);
    else made[name] = value;
  }
  made.append(...children.filter((child) => child !== null && child !== ""));
  return made;
}

/** Text that came from outside: its direction is its own and reaches no further. */
const foreign = (text, className = "") => element("bdi", { className, dir: "auto" }, String(text ?? ""));

const badge = (text, kind) => element("span", { className: `badge ${kind}` }, String(text));

const line = (...children) => element("div", { className: "line" }, ...children);

function block(body, label) {
  const properties = { className: "body", dir: "auto", tabIndex: 0, role: "region", "aria-label": label };
  return element("pre", properties, pretty(body));
}

function setText(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

/** Something to paste into a terminal or a program, with a button that copies it. */
function command(text, what) {
  const code = element("code", {}, text);
  const row = element("div", { className: "command" }, code);
  // Browsers give the clipboard to loopback and HTTPS only.
  if (navigator.clipboard) {
    const button = element("button", { type: "button" }, "Copy", element("span", { className: "unseen" }, ` ${what}`));
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(text);
        tell(`Copied ${what}.`);
      } catch {
        getSelection().selectAllChildren(code);
        tell(`The browser did not let the page copy; ${what} is selected.`);
      }
    });
    row.append(button);
  }
  return row;
}

let newsTimer = 0;

/** Say what came of an action. */
function tell(text, failed = false) {
  const news = byId("news");
  news.textContent = text;
  news.classList.toggle("bad", failed);
  clearTimeout(newsTimer);
  newsTimer = setTimeout(() => (news.textContent = ""), NEWS_SHOWN);
}

// --- Tables ----------------------------------------------------------------------------------------------------------

/**
 * A table whose rows are kept by key and touched only where they changed, so that focus, selection and scrolling stay.
 * A column has `label`, `draw(item)` giving the nodes of its cell, `uses(item)` giving what they depend on, and
 * perhaps `className` and `heads` (its cell names the row). Roles are spelled out: narrow windows show
 * rows as cards, and browsers forget what a table is once it is laid out otherwise.
 */
class Table {
  #rows = new Map();

  constructor({ caption, columns, key }) {
    this.columns = columns;
    this.key = key;
    this.caption = element("caption", {}, caption);
    const heads = columns.map(({ label, className = "" }) =>
      element("th", { scope: "col", role: "columnheader", className }, label));
    this.rows = element("tbody", { role: "rowgroup" });
    const head = element("thead", { role: "rowgroup" }, element("tr", { role: "row" }, ...heads));
    this.node = element("table", { role: "table" }, this.caption, head, this.rows);
  }

  update(items) {
    const wanted = new Map(items.map((item) => [this.key(item), item]));
    for (const [key, row] of this.#rows) {
      if (wanted.has(key)) continue;
      row.node.remove();
      this.#rows.delete(key);
    }
    let place = this.rows.firstElementChild;
    for (const [key, item] of wanted) {
      const row = this.#rows.get(key) ?? this.#add(key);
      this.#fill(row, item);
      // A row that is in its place is not moved: moving takes the focus away.
      if (row.node === place) place = place.nextElementSibling;
      else this.rows.insertBefore(row.node, place);
    }
  }

  #add(key) {
    const cells = this.columns.map(({ label, className = "", heads = false }) =>
      heads
        ? element("th", { scope: "row", role: "rowheader", className, "data-label": label })
        : element("td", { role: "cell", className, "data-label": label }));
    const values = cells.map((cell) => cell.appendChild(element("div", { className: "value" })));
    const row = { node: element("tr", { role: "row" }, ...cells), values, drawn: [] };
    this.#rows.set(key, row);
    return row;
  }

  #fill(row, item) {
    this.columns.forEach((column, index) => {
      const uses = JSON.stringify(column.uses(item));
      if (row.drawn[index] === uses) return;
      row.drawn[index] = uses;
      row.values[index].replaceChildren(...column.draw(item).filter((node) => node !== null && node !== ""));
    });
  }
}

/** A column that shows one member, as `shown` makes it. */
function plain(label, member, shown = (value) => foreign(value), more = {}) {
  return {
    label,
    uses: (item) => [item[member]],
    draw: (item) => (item[member] === null || item[member] === undefined ? [] : [shown(item[member])]),
    ...more,
  };
}

const code = (value) => foreign(value, "code");
const NUMBER = { className: "number" };

// --- Sections --------------------------------------------------------------------------------------------------------

const base = location.origin;
const inboxUrl = new URL("inbox/anything", location.href).href;
const key = "-H 'Authorization: any-key'";
const uploadCommand = `curl ${key} -F 'file=@video.mp4;type=video/mp4' ${base}/serve/api/v1/upload`;
const videoKinds = { PARSE: "good", FAIL: "bad", UNPARSE: "wait" };
const outcomeKinds = { delivered: "good", "given up": "bad", waiting: "wait" };

function picture({ video_no, has_thumbnail }) {
  const none = () => element("span", { className: "thumbnail", "aria-hidden": "true" });
  if (!has_thumbnail) return none();
  const src = `videos/${encodeURIComponent(video_no)}/thumbnail`;
  const image = element("img", { className: "thumbnail", alt: "", loading: "lazy", width: 96, height: 54, src });
  image.addEventListener("error", () => image.replaceWith(none()));
  return image;
}

function format({ codec, width, height }) {
  return [codec ? foreign(codec) : null, width && height ? element("div", { className: "line whole" }, `${width} × ${height}`) : null];
}

const libraryTable = {
  key: (video) => `${video.account} ${video.video_no}`,
  columns: [
    {
      label: "Video",
      heads: true,
      className: "video",
      uses: (video) => [video.video_no, video.video_name, video.has_thumbnail],
      draw: (video) => [
        picture(video),
        element("div", {}, foreign(video.video_name, "name"), line(foreign(video.video_no, "code quiet"))),
      ],
    },
    {
      label: "State",
      className: "state",
      uses: (video) => [video.status, video.cause],
      draw: (video) => [
        badge(video.status, videoKinds[video.status] ?? "plain"),
        video.cause ? line(foreign(video.cause, "cause")) : null,
      ],
    },
    plain("Duration", "duration", duration, NUMBER),
    plain("Size", "size", bytes, NUMBER),
    { label: "Format", uses: (video) => [video.codec, video.width, video.height], draw: format },
    {
      label: "Namespace, folder",
      className: "medium",
      uses: (video) => [video.unique_id, video.folder_id],
      draw: (video) => [foreign(video.unique_id), line(element("span", { className: "quiet" }, `folder ${video.folder_id}`))],
    },
    plain("Account", "account", code, { className: "account" }),
    plain("Created", "create_time", (milliseconds) => dateTime(milliseconds / 1000), { className: "when" }),
  ],
};

const tasksTable = {
  key: (task) => `${task.account} ${task.task_id}`,
  columns: [
    plain("Task", "task_id", code, { heads: true, className: "long" }),
    plain("Kind", "kind"),
    plain("State", "status", (status) => badge(status, taskKind(status))),
    plain("Detail", "detail", foreign, { className: "long" }),
    plain("Account", "account", code, { className: "account" }),
    plain("Created", "created", dateTime, { className: "when" }),
  ],
};

function taskKind(status) {
  if (/fail|error/i.test(status)) return "bad";
  return /done|success|finish|complete|parse$/i.test(status) && !/^un/i.test(status) ? "good" : "wait";
}

const callbacksTable = {
  key: (callback) => callback.id,
  columns: [
    plain("Subject", "subject", code, { heads: true, className: "long" }),
    plain("Kind", "kind"),
    {
      label: "State",
      className: "state",
      uses: (callback) => [callback.outcome, callback.attempts, callback.detail],
      draw: (callback) => [
        badge(callback.outcome, outcomeKinds[callback.outcome] ?? "plain"),
        line(element("span", { className: "quiet" }, counted(callback.attempts, "attempt"))),
        callback.detail ? line(foreign(callback.detail, "cause")) : null,
      ],
    },
    plain("To", "url", code, { className: "long" }),
    {
      label: "Body",
      className: "folds",
      uses: (callback) => [callback.body],
      draw: (callback) => [folded(callback.body, `Body for ${callback.subject}`)],
    },
    {
      label: "Action",
      uses: (callback) => [callback.id],
      draw: (callback) => [redeliverButton(callback)],
    },
  ],
};

function folded(body, label) {
  const summary = element("summary", {}, "Show", element("span", { className: "unseen" }, ` ${label}`));
  const details = element("details", {}, summary);
  // Only who opens it pays for it.
  details.addEventListener("toggle", () => details.append(block(body, label)), { once: true });
  return details;
}

function redeliverButton({ id, subject }) {
  const name = element("span", { className: "unseen" }, ` callback ${id} about ${subject}`);
  const button = element("button", { type: "button" }, "Redeliver", name);
  button.addEventListener("click", () =>
    act(button, `callbacks/${encodeURIComponent(id)}/redeliver`, undefined, `Callback ${id} is delivered again.`));
  return button;
}

const inboxTable = {
  key: (entry) => entry.id,
  columns: [
    plain("Received", "time", dateTime, { className: "when" }),
    plain("Name", "name", foreign, { heads: true, className: "medium" }),
    plain("Content type", "content_type", code),
    {
      label: "Body",
      className: "bodies",
      uses: (entry) => [entry.body],
      draw: (entry) => [block(entry.body, `Body received at ${entry.name}`)],
    },
  ],
};

const failures = ({ requests, failures: failed }) =>
  failed ? badge(`${grouped(failed)} (${Math.max(1, Math.round((100 * failed) / requests))} %)`, "bad") : "0";

const usageTable = {
  key: (usage) => usage.operation,
  columns: [
    plain("Operation", "operation", code, { heads: true, className: "long" }),
    plain("Requests", "requests", grouped, NUMBER),
    { label: "Failures", ...NUMBER, uses: (usage) => [usage.requests, usage.failures], draw: (usage) => [failures(usage)] },
    plain("Last", "last_time", dateTime, { className: "when" }),
    {
      label: "Action",
      uses: (usage) => [usage.operation],
      draw: (usage) => [journalButton(usage.operation)],
    },
  ],
};

function journalButton(operation) {
  const name = element("span", { className: "unseen" }, ` of ${operation}`);
  const button = element("button", { type: "button" }, "Show requests", name);
  button.addEventListener("click", () => {
    filter.value = operation;
    openFilter();
    drawJournal();
  });
  return button;
}

const accountsTable = {
  key: (account) => account.account,
  columns: [
    plain("Account", "account", code, { heads: true, className: "account" }),
    plain("Videos", "videos", grouped, NUMBER),
    plain("Images", "images", grouped, NUMBER),
    plain("Storage", "bytes", bytes, NUMBER),
    {
      label: "Credits",
      ...NUMBER,
      uses: (account) => [account.credits],
      draw: (account) => [typeof account.credits === "number" ? grouped(account.credits) : "not counted"],
    },
  ],
};

const failed = (entry) => entry.status >= 400 || !/^(0+|200|success)$/i.test(entry.code ?? "0");
const notable = (entry) => failed(entry) || Boolean(entry.problem) || Boolean(entry.fault);

const journalTable = {
  key: (entry) => entry.id,
  columns: [
    plain("Time", "time", timeOfDay, { className: "when" }),
    {
      label: "Request",
      heads: true,
      className: "long",
      uses: () => [],
      draw: (entry) => [
        element("span", { className: "method" }, String(entry.method)),
        " ",
        foreign(entry.path, "code"),
        entry.operation ? line(foreign(entry.operation, "quiet")) : null,
      ],
    },
    {
      label: "Answer",
      uses: () => [],
      draw: (entry) => [
        badge([entry.status, entry.code].filter((part) => part !== null && part !== undefined).join(" · "), failed(entry) ? "bad" : "good"),
      ],
    },
    plain("Took", "milliseconds", (value) => `${grouped(Math.round(value * 10) / 10)} ms`, NUMBER),
    {
      label: "What was wrong",
      className: "long",
      uses: () => [],
      draw: (entry) => [
        entry.problem ? foreign(entry.problem, "cause") : null,
        entry.fault ? line(badge("injected", "wait"), " ", foreign(entry.fault)) : null,
      ],
    },
    plain("Account", "account", code, { className: "account" }),
  ],
};

const SECTIONS = [
  {
    id: "library",
    title: "Library",
    member: "videos",
    table: libraryTable,
    caption: "Videos, newest first",
    empty: ["No videos yet. Upload one:", uploadCommand],
  },
  {
    id: "tasks",
    title: "Tasks",
    member: "tasks",
    table: tasksTable,
    caption: "Imports, captions and other work in the background, newest first",
    empty: [
      "No tasks yet. Import a video from an address that the emulator may fetch:",
      `curl ${key} -H 'Content-Type: application/json' -d '{"video_urls": ["http://127.0.0.1:8000/video.mp4"]}' ${base}/serve/api/v1/scraper_url`,
    ],
  },
  {
    id: "callbacks",
    title: "Callbacks",
    member: "callbacks",
    table: callbacksTable,
    caption: "Callbacks that the emulator sends, newest first",
    empty: [
      "No callbacks yet. Name an address with an upload, for example the inbox of this page:",
      `curl ${key} -F 'file=@video.mp4;type=video/mp4' -F 'callback=${inboxUrl}' ${base}/serve/api/v1/upload`,
    ],
  },
  {
    id: "inbox",
    title: "Inbox",
    member: "inbox",
    table: inboxTable,
    caption: "Requests that came to the inbox, newest first",
    intro: () => [
      element("p", {}, "The emulator keeps what is sent here, so that callbacks need no server of yours. Any last part of the address will do:"),
      command(inboxUrl, "the address of the inbox"),
    ],
    empty: [
      "Nothing received yet. Give the address above as the callback of an upload, or try it:",
      `curl -H 'Content-Type: application/json' -d '{"hello": "inbox"}' ${inboxUrl}`,
    ],
  },
  {
    id: "usage",
    title: "Usage",
    member: "usage",
    table: usageTable,
    caption: "Requests by operation",
    empty: ["No operation was asked for yet. Ask for the videos:", listCommand()],
    // By name: rows that jump about cannot be read.
    order: (items) => items.toSorted((a, b) => (a.operation < b.operation ? -1 : 1)),
  },
  {
    id: "accounts",
    title: "Accounts",
    member: "accounts",
    table: accountsTable,
    caption: "Storage and credits by account; each API key is an account",
    empty: ["No accounts yet. The first request with an API key makes one:", listCommand()],
  },
  {
    id: "journal",
    title: "Journal",
    table: journalTable,
    caption: "Requests, newest first",
    intro: journalTools,
    empty: ["No requests yet. Send one:", listCommand()],
  },
];

function listCommand() {
  return `curl ${key} -H 'Content-Type: application/json' -d '{}' ${base}/serve/api/v1/list_videos`;
}

// --- Tabs ------------------------------------------------------------------------------------------------------------

const sections = new Map();
let current = "";

function buildSections() {
  for (const plan of SECTIONS) {
    const count = element("span", { className: "count" });
    const tab = element("button", { type: "button", role: "tab", id: `tab-${plan.id}`, "aria-controls": `panel-${plan.id}` }, plan.title, " ", count);
    const table = new Table({ ...plan.table, caption: plan.caption });
    const [words, example] = plan.empty;
    const empty = element("div", { className: "empty" }, element("p", {}, words), command(example, "the command"));
    const note = element("p", { className: "note", hidden: true });
    const panel = element(
      "section",
      // Not the fragment of the address: the browser would move the focus there.
      { role: "tabpanel", id: `panel-${plan.id}`, tabIndex: 0, "aria-labelledby": `tab-${plan.id}` },
      element("h2", {}, plan.title),
      ...(plan.intro?.() ?? []),
      note,
      empty,
      table.node,
    );
    empty.hidden = table.node.hidden = panel.hidden = true;
    tab.addEventListener("click", () => show(plan.id));
    byId("tabs").append(tab);
    byId("panels").append(panel);
    sections.set(plan.id, { ...plan, count, tab, table, empty, note, panel });
  }
  byId("tabs").addEventListener("keydown", moveTab);
  addEventListener("hashchange", () => show(location.hash.slice(1)));
}

function show(id) {
  if (!sections.has(id) || id === current) return;
  current = id;
  for (const section of sections.values()) {
    const chosen = section.id === id;
    section.tab.setAttribute("aria-selected", String(chosen));
    section.tab.tabIndex = chosen ? 0 : -1;
    section.panel.hidden = !chosen;
  }
  history.replaceState(null, "", `#${id}`);
  draw();
}

function moveTab(event) {
  const ids = [...sections.keys()];
  const here = ids.indexOf(current);
  const steps = { ArrowRight: here + 1, ArrowLeft: here - 1 + ids.length, Home: 0, End: ids.length - 1 };
  if (!(event.key in steps) || event.altKey || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  show(ids[steps[event.key] % ids.length]);
  sections.get(current).tab.focus();
}

// --- Overview --------------------------------------------------------------------------------------------------------

let overview = null;

const listed = (section) => {
  const items = overview?.[section.member];
  return Array.isArray(items) ? items : [];
};

function drawOverview() {
  if (overview === null) return;
  setText(byId("time"), dateTime(overview.time));
  byId("frozen").hidden = !overview.frozen;
  for (const section of sections.values()) {
    if (!section.member) continue;
    const items = listed(section);
    const total = section.id === "library" ? Math.max(overview.videos_total ?? 0, items.length) : items.length;
    setText(section.count, grouped(total));
    if (section.id !== current) continue;
    fill(section, section.order?.(items) ?? items);
    section.note.hidden = total === items.length;
    setText(section.note, `The newest ${grouped(items.length)} of ${grouped(total)}.`);
  }
}

function fill(section, items) {
  section.table.update(items);
  section.table.node.hidden = items.length === 0;
  section.empty.hidden = items.length > 0;
}

// --- Journal ---------------------------------------------------------------------------------------------------------

let filter;
let onlyFailures;
let pauseButton;
let journalNote;
/** Newest first. */
let entries = [];
let last = 0;
/** The id of the newest entry when it was paused; null: it runs. */
let pausedAt = null;

function journalTools() {
  filter = element("input", { type: "search", id: "filter", autocomplete: "off", spellcheck: false, placeholder: "upload 0001 -list_videos" });
  filter.setAttribute("aria-describedby", "filter-help");
  onlyFailures = element("input", { type: "checkbox", id: "only-failures" });
  pauseButton = element("button", { type: "button", id: "pause" }, "Pause");
  // No live region: its numbers change every second.
  journalNote = element("p", { className: "note" });
  filter.addEventListener("input", drawJournal);
  onlyFailures.addEventListener("change", drawJournal);
  pauseButton.addEventListener("click", togglePause);
  return [
    element(
      "div",
      { className: "tools", role: "search" },
      element("label", { htmlFor: "filter" }, "Filter"),
      filter,
      element("label", { className: "check" }, onlyFailures, " Failures only"),
      pauseButton,
      element("p", { id: "filter-help", className: "note" }, "Every word must occur in the row; none that has a minus in front."),
    ),
    journalNote,
  ];
}

function togglePause() {
  pausedAt = pausedAt === null ? last : null;
  setText(pauseButton, pausedAt === null ? "Pause" : "Resume");
  tell(pausedAt === null ? "The journal runs again." : "The journal is paused.");
  drawJournal();
}

function openFilter() {
  show("journal");
  filter.focus();
  filter.select();
}

function matcher() {
  const words = filter.value.toLowerCase().split(/\s+/).filter((word) => word !== "" && word !== "-");
  const without = words.filter((word) => word.startsWith("-")).map((word) => word.slice(1));
  const needed = words.filter((word) => !word.startsWith("-"));
  return (entry) => {
    if (onlyFailures.checked && !notable(entry)) return false;
    const text = [entry.method, entry.path, entry.operation, entry.account, entry.status, entry.code, entry.problem, entry.fault]
      .map((part) => part ?? "").join("\n").toLowerCase();
    return needed.every((word) => text.includes(word)) && !without.some((word) => text.includes(word));
  };
}

function drawJournal() {
  const section = sections.get("journal");
  setText(section.count, pausedAt === null ? grouped(entries.length) : "paused");
  if (current !== "journal") return;
  const visible = pausedAt === null ? entries : entries.filter(({ id }) => id <= pausedAt);
  const matching = visible.filter(matcher());
  fill(section, matching);
  section.empty.hidden = visible.length > 0;
  setText(journalNote, journalWords(visible.length, matching.length, entries.length - visible.length));
}

function journalWords(visible, matching, waiting) {
  const parts = [];
  if (matching < visible) parts.push(`${counted(matching, "request")} of ${grouped(visible)} match.`);
  if (visible === MAX_ROWS) parts.push(`Older ones than the newest ${grouped(MAX_ROWS)} are not shown.`);
  if (pausedAt !== null) parts.push(`Paused; ${waiting ? `${grouped(waiting)} newer wait` : "nothing newer"}.`);
  return parts.join(" ");
}

function forgetJournal() {
  entries = [];
  last = 0;
  pausedAt = null;
  setText(pauseButton, "Pause");
  // Other requests may get the same ids.
  sections.get("journal").table.update([]);
}

async function readJournal() {
  for (let batch = 0; batch < MAX_BATCHES; batch += 1) {
    const answer = await ask(`journal?after=${last}&limit=${BATCH}`);
    // Ids below what was seen: another emulator answers here now.
    if (answer.last < last) {
      forgetJournal();
      continue;
    }
    const found = Array.isArray(answer.entries) ? answer.entries : [];
    entries = [...found.toReversed(), ...entries].slice(0, MAX_ROWS);
    last = found.at(-1)?.id ?? last;
    if (found.length < BATCH) return;
    // What would be dropped again is not fetched.
    last = Math.max(last, (Number(answer.last) || 0) - MAX_ROWS);
  }
}

// --- Asking the emulator ---------------------------------------------------------------------------------------------

class Refused extends Error {}

/** The JSON of an answer. Throws Refused with the emulator's own words, or whatever keeps it from answering. */
async function ask(path, options = {}) {
  const response = await fetch(path, { cache: "no-store", signal: AbortSignal.timeout(PATIENCE), ...options });
  const text = await response.text();
  let answer = null;
  try {
    answer = JSON.parse(text);
  } catch {
    // Judged below, by its status.
  }
  if (!response.ok) throw new Refused(answer?.msg ? String(answer.msg) : `HTTP ${response.status}`);
  return answer ?? {};
}

/** Send an order, and say `words` once it is done. */
async function act(button, path, body, words, done = () => {}) {
  if (button.getAttribute("aria-disabled") === "true") return;
  // Not `disabled`, which takes the focus away.
  button.setAttribute("aria-disabled", "true");
  const headers = { "X-Memories-Mock": "1", ...(body && { "Content-Type": "application/json" }) };
  try {
    await ask(path, { method: "POST", headers, body: body && JSON.stringify(body) });
    done();
    tell(words);
  } catch (error) {
    tell(error instanceof Refused ? `Refused: ${error.message}` : "The emulator did not answer; nothing is known to have changed.", true);
  } finally {
    button.removeAttribute("aria-disabled");
  }
  await poll();
}

let silentSince = null;
let polling = null;
let timer = 0;

/** Ask for everything; whoever asks while an answer is under way gets one that is asked for afterwards. */
async function poll() {
  if (polling) await polling;
  polling ??= pollOnce().finally(() => (polling = null));
  return polling;
}

async function pollOnce() {
  clearTimeout(timer);
  try {
    overview = await ask("overview");
    reached();
    await readJournal();
  } catch (error) {
    unreachable(error);
  }
  try {
    draw();
  } finally {
    if (!document.hidden) timer = setTimeout(poll, PERIOD);
  }
}

function draw() {
  drawOverview();
  drawJournal();
}

function reached() {
  if (silentSince === null) return;
  silentSince = null;
  // It may be another one that counts anew.
  forgetJournal();
  byId("connection").hidden = true;
  document.body.classList.remove("stale");
  tell("The emulator answers again.");
}

function unreachable(error) {
  silentSince ??= new Date();
  document.body.classList.add("stale");
  const since = `${pad(silentSince.getHours())}:${pad(silentSince.getMinutes())}:${pad(silentSince.getSeconds())}`;
  const connection = byId("connection");
  connection.hidden = false;
  setText(
    connection,
    error instanceof Refused
      ? `The emulator refuses to say what it holds: ${error.message}. Trying again every second.`
      : `The emulator has not answered since ${since} (your time). What you see may be out of date. Trying again every second.`,
  );
}

function start() {
  buildSections();
  for (const button of document.querySelectorAll("[data-advance]")) {
    const { advance, words } = button.dataset;
    button.addEventListener("click", () => act(button, "clock", { advance: Number(advance) }, `The clock advanced by ${words}.`));
  }
  const dialog = byId("ask");
  byId("reset").addEventListener("click", () => dialog.showModal());
  byId("ask-no").addEventListener("click", () => dialog.close());
  byId("ask-yes").addEventListener("click", () => {
    dialog.close();
    act(byId("reset"), "reset", undefined, "The emulator is reset.", forgetJournal);
  });
  document.addEventListener("keydown", shortcut);
  document.addEventListener("visibilitychange", () => (document.hidden ? clearTimeout(timer) : poll()));
  show(sections.has(location.hash.slice(1)) ? location.hash.slice(1) : "library");
  poll();
}

function shortcut(event) {
  const typing = event.target.matches("input, textarea, select") || byId("ask").open;
  if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  openFilter();
}

start();
