variable "claims_model" {
  type    = string
  default = "anthropic.claude-sonnet-4-5-20250929-v1:0"
}

# Sorts damage claims from carriers; a clerk confirms each.
resource "aws_bedrockagent_agent" "claims" {
  agent_name              = "claims-triage"
  agent_resource_role_arn = aws_iam_role.claims.arn
  foundation_model        = var.claims_model
  instruction             = "Sort the claim into one of the carrier's categories and quote the clause."
}

resource "aws_bedrock_guardrail" "claims" {
  name                      = "claims"
  blocked_input_messaging   = "This question cannot be answered here."
  blocked_outputs_messaging = "This answer cannot be given here."

  sensitive_information_policy_config {
    pii_entities_config {
      type   = "EMAIL"
      action = "ANONYMIZE"
    }
  }
}

data "aws_iam_policy_document" "claims" {
  statement {
    actions   = ["bedrock:InvokeModel"]
    resources = ["arn:aws:bedrock:eu-central-1::foundation-model/anthropic.claude-sonnet-4-5-20250929-v1:0"]
  }
}

resource "aws_iam_role" "claims" {
  name = "claims-triage"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "bedrock.amazonaws.com" } }]
  })
}

resource "aws_iam_role_policy" "claims" {
  role   = aws_iam_role.claims.id
  policy = data.aws_iam_policy_document.claims.json
}
