import { listed } from '../simple.ts'

export const dataAutomation = listed({
  service: 'bedrock-data-automation',
  supplier: 'aws-bedrock',
  id: 'bedrock-data-automation-project',
  title: 'Bedrock Data Automation projects',
  kind: 'pipeline',
  grade: 'configured',
  product: 'Bedrock Data Automation',
  operation: 'ListDataAutomationProjects',
  key: 'projects',
  // Without it AWS's own projects come as well.
  input: { resourceOwner: 'ACCOUNT', maxResults: 100 },
  it: (one) => ({
    name: one.projectName ?? one.projectArn?.split('/').at(-1),
    arn: one.projectArn,
    created: one.creationTime,
    attributes: { stage: one.projectStage },
  }),
})
