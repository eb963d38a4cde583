// What the tabs of one browser tell each other about a presentation: where it stands, and what is asked of it. No server is in between.
const NAME = "ldcase presentation";

export class Link {
  /** `heard(message)` is called with what the other tabs say about the case that `caseOf()` names. */
  constructor(caseOf, heard) {
    this.caseOf = caseOf;
    this.channel = new BroadcastChannel(NAME);
    this.channel.onmessage = ({ data }) => { if (data.case && data.case === caseOf()) heard(data); };
  }

  tell(message) {
    this.channel.postMessage({ ...message, case: this.caseOf() });
  }

  remove() {
    this.channel.close();
  }
}
