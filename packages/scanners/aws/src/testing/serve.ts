/** A stand-in to try the scanner against by hand: `node packages/scanners/aws/src/testing/serve.ts`. */
import { everything, organisationData, standInEnvironment } from './estate.ts'
import { startAwsStandIn } from './stand-in.ts'

const aws = await startAwsStandIn({
  data: (call) => organisationData({ regionsOff: ['ap-east-1'] }, call) ?? everything(call),
  pageSize: 1,
  fault: ({ operation }) =>
    operation === 'sagemaker:ListModels'
      ? {
          status: 400,
          code: 'AccessDeniedException',
          message:
            'User: arn:aws:iam::111122223333:user/census is not authorized to perform: sagemaker:ListModels on resource: *',
        }
      : null,
})
for (const [name, value] of Object.entries(standInEnvironment(aws.url)))
  process.stdout.write(`export ${name}=${value}\n`)
