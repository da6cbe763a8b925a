/** Registers as organisations bring them, for tests of the import. */
import { HOSTILE_NAMES } from './hostile.ts'

const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  `${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`

const HEADER = ['ID', 'AI system', 'Business owner', 'Risk', 'Repository', 'Purpose', 'Next review', 'Notes']

/** Twelve rows: five that scans discovered, ghosts, a duplicate, and what must be put right. */
export const acmeRegister: readonly (readonly string[])[] = [
  HEADER,
  [
    '1',
    'Support bot',
    'Dana Reyes',
    'High',
    'https://github.com/acme/support-bot',
    'Answers customers',
    '2027-04-01',
    'live',
  ],
  [
    '2',
    'Credit scoring',
    'Ben Ito',
    'Medium',
    'https://github.com/acme/credit-scoring',
    'Scores applicants',
    '2027-05-01',
    '',
  ],
  [
    '3',
    'Data science',
    'Ana Lima',
    'Low',
    'https://github.com/acme/data-science',
    'Trains the forecast',
    '2027-06-01',
    '',
  ],
  ['4', 'Warehouse camera', 'Cy Park', 'Medium', '', 'Counts pallets', '2027-06-01', 'bought in 2024'],
  ['5', 'Invoice reader', 'Ben Ito', 'Amber', '', 'Reads invoices', '2027-06-01', ''],
  ['6', 'Meeting notes', 'Dana Reyes', 'Amber', '', 'Writes minutes', '2027-06-01', ''],
  ['7', '', 'Nobody', 'Low', '', 'A row without a name', '', ''],
  ['8', 'Forecast', 'Ana Lima', 'Low', '', 'Plans stock', '03/04/2027', ''],
  [
    '2',
    'Credit scoring',
    'Ben Ito',
    'Medium',
    'https://github.com/acme/credit-scoring',
    'Scores applicants',
    '2027-05-01',
    '',
  ],
  ['9', 'Translator', '', '', '', 'Translates mails', '', ''],
  ['10', 'CV screening', 'Mo Adler', 'High', '', 'Sorts applications', '2027-02-01', ''],
  ['11', 'Chat for sales', 'Mo Adler', 'Low', '', 'Drafts offers', '2027-02-01', ''],
]

/** Text that would be markup, a formula or a trick of direction, if anything took it for more than text. */
export const hostileRegister: readonly (readonly string[])[] = [
  ['AI system', 'Business owner', 'Risk', 'Purpose', HOSTILE_NAMES.markup],
  ...Object.values(HOSTILE_NAMES).map((name) => [name, name, 'Low', name, name]),
  ['x'.repeat(10_000), 'Ada', HOSTILE_NAMES.markup, 'long', ''],
]
