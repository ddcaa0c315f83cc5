/** What the reports that look like posts begin with, so that they are neither linted nor mistaken for somebody's text. */
export const reportMark = '<!-- postlint report -->'

/** Where the mark may stand: on the first line, or behind the doctype. */
const MARK_ROOM = 64

/** Whether a text is a report that postlint has written. */
export const isReport = (text: string): boolean => text.slice(0, MARK_ROOM).includes(reportMark)
