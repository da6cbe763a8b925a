import { withTable } from '@ai-census/cloud-kit'
import { permissionOf } from './permissions.ts'
import { organisationPermissions, readerPolicies } from './policy.ts'
import { targets } from './table.ts'

const HEAD = 'Generated from the scanner’s table: node packages/scanners/aws/src/write-infra.ts. Do not edit.'

/** `infra/` as it must be, by path from the repository’s root. */
export const infraFiles = (): Record<string, string> => ({
  'infra/terraform/aws/main.tf': terraform(),
  'infra/terraform/aws/variables.tf': VARIABLES,
  'infra/cloudformation/aws/reader-role.yaml': cloudFormation(),
  'infra/permissions/aws/reader-policies.json': `${JSON.stringify(readerPolicies(), null, 2)}\n`,
})

const VARIABLES = `# ${HEAD}
variable "role_name" {
  description = "The role that the scanner assumes in this account"
  type        = string
  default     = "AiCensusReader"
}

variable "trusted_principal_arn" {
  description = "Who may assume the role: the ARN of the role or user that runs the scanner"
  type        = string
}

variable "external_id" {
  description = "The external id that the scanner must give; empty for none"
  type        = string
  default     = ""
}
`

function terraform(): string {
  const policies = readerPolicies().map((policy, i) => {
    const actions = policy.Statement.flatMap(({ Action }) => Action).map((action) => `      "${action}",`)
    return `data "aws_iam_policy_document" "read_${i + 1}" {
  statement {
    sid       = "AiCensusRead"
    effect    = "Allow"
    resources = ["*"]
    actions = [
${actions.join('\n')}
    ]
  }
}

resource "aws_iam_policy" "read_${i + 1}" {
  name        = "\${var.role_name}-${i + 1}"
  description = "AI Census: read-only, part ${i + 1}"
  policy      = data.aws_iam_policy_document.read_${i + 1}.json
}

resource "aws_iam_role_policy_attachment" "read_${i + 1}" {
  role       = aws_iam_role.reader.name
  policy_arn = aws_iam_policy.read_${i + 1}.arn
}
`
  })
  return `# ${HEAD}
# One account: apply it there. A whole organisation: CloudFormation StackSets with infra/cloudformation/aws, or this module
# once an account.
terraform {
  required_version = ">= 1.5"
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.0"
    }
  }
}

data "aws_iam_policy_document" "trust" {
  statement {
    effect  = "Allow"
    actions = ["sts:AssumeRole"]

    principals {
      type        = "AWS"
      identifiers = [var.trusted_principal_arn]
    }

    dynamic "condition" {
      for_each = var.external_id == "" ? [] : [var.external_id]
      content {
        test     = "StringEquals"
        variable = "sts:ExternalId"
        values   = [condition.value]
      }
    }
  }
}

resource "aws_iam_role" "reader" {
  name                 = var.role_name
  description          = "AI Census reads which AI there is; it changes nothing and reads no secret"
  assume_role_policy   = data.aws_iam_policy_document.trust.json
  max_session_duration = 3600
}

${policies.join('\n')}
output "role_arn" {
  value = aws_iam_role.reader.arn
}
`
}

function cloudFormation(): string {
  const policies = readerPolicies()
  const attached = policies.map((_, i) => `        - !Ref Read${i + 1}`).join('\n')
  const resources = policies.map((policy, i) => {
    const actions = policy.Statement.flatMap(({ Action }) => Action).map(
      (action) => `              - ${action}`,
    )
    return `  Read${i + 1}:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      ManagedPolicyName: !Sub "\${RoleName}-${i + 1}"
      Description: AI Census, read-only, part ${i + 1}
      PolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Sid: AiCensusRead
            Effect: Allow
            Resource: "*"
            Action:
${actions.join('\n')}
`
  })
  return `# ${HEAD}
# For one account as a stack; for an organisation as a StackSet with service-managed permissions. The management account is
# never a target of such a StackSet: make a stack of its own there, or run the scanner in it. Whoever runs the scanner needs
# sts:AssumeRole on these roles and, to find the accounts, ${organisationPermissions.join(', ')}.
AWSTemplateFormatVersion: "2010-09-09"
Description: AI Census reads which AI there is; it changes nothing and reads no secret
Parameters:
  RoleName:
    Type: String
    Default: AiCensusReader
  TrustedPrincipalArn:
    Type: String
    Description: The ARN of the role or user that runs the scanner
  ExternalId:
    Type: String
    Default: ""
    Description: The external id that the scanner must give; empty for none
Conditions:
  HasExternalId: !Not [!Equals [!Ref ExternalId, ""]]
Resources:
  Reader:
    Type: AWS::IAM::Role
    Properties:
      RoleName: !Ref RoleName
      MaxSessionDuration: 3600
      ManagedPolicyArns:
${attached}
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Action: sts:AssumeRole
            Principal:
              AWS: !Ref TrustedPrincipalArn
            Condition:
              !If
                - HasExternalId
                - StringEquals:
                    sts:ExternalId: !Ref ExternalId
                - !Ref AWS::NoValue
${resources.join('')}Outputs:
  RoleArn:
    Value: !GetAtt Reader.Arn
`
}

/** The scanner's README with the table of its rows. */
export const readmeWithTable = (readme: string): string => withTable(readme, 'aws', targets, permissionOf)
