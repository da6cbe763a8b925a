import { type Group, type Line, type Message, shortened } from '../message.ts'
import type { Outgoing } from '../post.ts'

/** Slack takes at most 50 blocks, 3,000 characters in one, and some 13,000 in all. */
const ROOM = { lines: 25, bytes: 9000 }
const MOST_IN_TEXT = 3000
const MOST_IN_HEADER = 150

/**
 * A message of an incoming webhook. Names stand in rich text, whose texts are no markup; what does have markup (the
 * summary for notifications) is escaped.
 */
export function slackMessage(message: Message): Outgoing {
  const body = {
    text: escaped(`AI Census: ${message.title}`).slice(0, MOST_IN_TEXT),
    unfurl_links: false,
    unfurl_media: false,
    blocks: [
      { type: 'header', text: { type: 'plain_text', text: headline(message), emoji: false } },
      ...shortened(message.groups, ROOM).map(block),
      ...(message.url ? [footer(message.url)] : []),
    ],
  }
  return { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
}

/** The three letters that Slack's markup begins with; without them nobody is called and nothing is linked. */
export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

const headline = ({ title }: Message): string =>
  title.length <= MOST_IN_HEADER ? title : `${title.slice(0, MOST_IN_HEADER - 1).toWellFormed()}…`

const block = ({ heading, lines, more }: Group) => ({
  type: 'rich_text',
  elements: [
    { type: 'rich_text_section', elements: [text(heading, { bold: true })] },
    {
      type: 'rich_text_list',
      style: 'bullet',
      elements: [...lines.map(item), ...(more > 0 ? [section(text(`and ${more} more`))] : [])],
    },
  ],
})

const item = ({ name, detail, url }: Line) =>
  section(url ? { type: 'link', url, text: name } : text(name, { bold: true }), text(` – ${detail}`))

const section = (...elements: object[]) => ({ type: 'rich_text_section', elements })
const text = (value: string, style?: { bold: boolean }) => ({
  type: 'text',
  text: value,
  ...(style ? { style } : {}),
})

const footer = (url: string) => ({
  type: 'rich_text',
  elements: [section({ type: 'link', url, text: 'Open AI Census' })],
})
