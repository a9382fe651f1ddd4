let made = 0;

function element(name, properties = {}) {
  return Object.assign(document.createElement(name), properties);
}

/** One running activity. All texts of the server are set as text, never as markup, and in a language nobody knows. */
export class Row {
  constructor(uuid, cancel) {
    this.uuid = uuid;
    this.element = element("li");
    this.title = element("h3", { id: `activity-${++made}`, lang: "" });
    this.percent = element("span", { className: "percent", ariaHidden: "true" });
    this.bar = element("progress", { max: 100 });
    this.bar.setAttribute("aria-labelledby", this.title.id);
    this.subtitle = element("p", { className: "subtitle", lang: "" });
    this.note = element("p", { className: "note", hidden: true });
    this.button = element("button", { type: "button", textContent: "Cancel", hidden: true });
    this.button.addEventListener("click", () => this.isAsking || cancel(this));
    this.element.append(this.title, this.percent, this.bar, this.subtitle, this.note, this.button);
  }

  show(activity) {
    this.activity = activity;
    this.isTold = true;
  }

  draw() {
    const { title, subtitle, progress, cancellable } = this.activity;
    this.title.textContent = title;
    this.title.title = title;
    if (progress === undefined) {
      this.bar.removeAttribute("value");
    } else {
      this.bar.value = progress;
    }
    this.percent.textContent = progress === undefined ? "" : `${Math.floor(progress)} %`;
    this.button.hidden = !cancellable;
    this.button.ariaLabel = `${this.isAsking ? "Cancelling" : "Cancel"} ${title}`;
    this.subtitle.textContent = subtitle;
  }

  /** While the server is asked the button stays where the focus is, and does nothing. */
  ask(isAsking) {
    this.isAsking = isAsking;
    this.wasAsked = true;
    this.button.ariaDisabled = isAsking ? "true" : null;
    this.button.textContent = isAsking ? "Cancelling" : "Cancel";
    this.draw();
  }

  /** What came of cancelling. */
  say(words) {
    this.note.textContent = words;
    this.note.hidden = false;
  }

  /** Goes, and leaves the focus, if it has it, to the next row with a button, or to a place that stays. */
  leave(elsewhere) {
    const hadFocus = this.element.contains(document.activeElement);
    const next = [this.element.nextElementSibling, this.element.previousElementSibling]
      .map((row) => row?.querySelector("button:not([hidden])"))
      .find((button) => button);
    this.element.remove();
    if (hadFocus) {
      (next ?? elsewhere).focus();
    }
  }
}

/** One line among those that ended. */
export function endedLine(title, words, isCompleted, at) {
  const line = element("li");
  line.append(
    element("span", { className: "title", textContent: title, title, lang: "" }),
    element("span", { className: `outcome${isCompleted ? " completed" : ""}`, textContent: words }),
    element("time", {
      dateTime: at.toISOString(),
      textContent: at.toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" }),
    }),
  );
  return line;
}
