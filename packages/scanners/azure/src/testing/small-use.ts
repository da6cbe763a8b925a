import { below, FOUNDRY, OPENAI, SPEECH, SUB } from './ids.ts'
import type { Estate } from './stand-in.ts'

const dimension = (name: string, value: string) => ({ name: { value: name }, value })
const metric = (name: string, dimensions: readonly object[], totals: readonly number[]) => ({
  name: { value: name },
  timeseries: [
    {
      metadatavalues: dimensions,
      data: totals.map((total, i) => ({ timeStamp: `2026-11-1${i}T00:00:00Z`, total })),
    },
  ],
})
const chat = [
  dimension('modeldeploymentname', 'chat'),
  dimension('modelname', 'gpt-4o'),
  dimension('modelversion', '1'),
]
const METRICS = 'providers/Microsoft.Insights/metrics'
export const use: Estate = {
  [below(OPENAI, METRICS)]: {
    value: [
      metric('AzureOpenAIRequests', chat, [1, 2]),
      // The same calls by the newer name, and some that the older one does not count.
      metric('ModelRequests', chat, [2, 2]),
      metric('TokenTransaction', chat.slice(0, 1), [100, 50]),
    ],
  },
  [below(FOUNDRY, METRICS)]: { value: [] },
  [below(SPEECH, METRICS)]: { value: [metric('TotalCalls', [], [7])] },
  [`${SUB}/providers/microsoft.costmanagement/query`]: {
    properties: {
      columns: [
        { name: 'Cost' },
        { name: 'MeterCategory' },
        { name: 'MeterSubCategory' },
        { name: 'Currency' },
      ],
      rows: [
        [12.5, 'Cognitive Services', 'Azure OpenAI', 'EUR'],
        [3, 'Storage', 'Blob', 'EUR'],
      ],
    },
  },
}
