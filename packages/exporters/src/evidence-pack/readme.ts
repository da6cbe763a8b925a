import type { PackContext } from './evidence-pack.ts'

/** For a reader who has the pack and nothing else. */
export const readme = ({ at, version, asOf, position }: PackContext): string => `AI Census evidence pack
=======================

The inventory of AI systems as of ${asOf}, and what it rests on:
position ${position} of the ledger. Made ${at} by AI Census ${version}.

inventory.json    Systems, components, suppliers, models, relationships and flags.
inventory.csv     The systems, one a line, for spreadsheets.
flags.csv         What needed attention, with the reason and what clears it.
coverage.ndjson   Each place that was looked at: how completely, when, and why not.
decisions.ndjson  The log of decisions until then, each with the hash of the one before.
ledger.ndjson     Every look and decision until then, each with digests of what it brought.
samples.ndjson    Samples that auditors drew, with their conclusions.
head.json         Where log and ledger ended: what to compare with a head noted earlier.
manifest.json     SHA-256 and size of each file here.

To check it
-----------
1. Each file against manifest.json: sha256sum FILE
2. The log by itself: ai-census audit verify --file decisions.ndjson --head head.json
   A line is the canonical JSON of one decision (keys sorted, no white space, UTF-8). Its "hash" is SHA-256 of the
   same JSON without "hash"; "previous" is the hash of the line before, 64 zeros on the first.
3. The ledger: SHA-256 of ledger.ndjson is "ledger.hash" of head.json.
4. Against a head that was noted earlier, from whoever kept it: lines 1 to "count" of the log end with its "hash",
   and the first "ledger.events" lines of the ledger have its "ledger.hash".

Who made this pack could have made it of anything; only a head kept by somebody else ties it to the past.
`
