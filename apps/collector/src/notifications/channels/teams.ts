import { type Group, type Line, type Message, shortened } from '../message.ts'
import type { Outgoing } from '../post.ts'

/** Teams takes messages of 28 KB, with all that is around the texts. */
const ROOM = { lines: 25, bytes: 14_000 }

/**
 * An Adaptive Card for the Teams trigger of Workflows. Names stand in text runs, which are no markup; a text block would
 * be Markdown.
 */
export function teamsMessage(message: Message): Outgoing {
  const card = {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: '1.4',
    msteams: { width: 'Full' },
    body: [
      paragraph(run(message.title, { weight: 'bolder', size: 'medium' })),
      ...shortened(message.groups, ROOM).flatMap(blocks),
    ],
    ...(message.url
      ? { actions: [{ type: 'Action.OpenUrl', title: 'Open AI Census', url: message.url }] }
      : {}),
  }
  const attachment = {
    contentType: 'application/vnd.microsoft.card.adaptive',
    contentUrl: null,
    content: card,
  }
  const body = JSON.stringify({ type: 'message', attachments: [attachment] })
  return { headers: { 'content-type': 'application/json' }, body }
}

const blocks = ({ heading, lines, more }: Group) => [
  { ...paragraph(run(heading, { weight: 'bolder' })), separator: true, spacing: 'medium' },
  ...lines.map(line),
  ...(more > 0 ? [paragraph(run(`and ${more} more`, { isSubtle: true }))] : []),
]

const line = ({ name, detail, url }: Line) =>
  paragraph(
    run(name, { weight: 'bolder', ...(url ? { selectAction: { type: 'Action.OpenUrl', url } } : {}) }),
    run(` – ${detail}`),
  )

const paragraph = (...inlines: object[]) => ({ type: 'RichTextBlock', spacing: 'small', inlines })
const run = (text: string, style: object = {}) => ({ type: 'TextRun', text, ...style })
