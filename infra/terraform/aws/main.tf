# Generated from the scanner’s table: node packages/scanners/aws/src/write-infra.ts. Do not edit.
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

data "aws_iam_policy_document" "read_1" {
  statement {
    sid       = "AiCensusRead"
    effect    = "Allow"
    resources = ["*"]
    actions = [
      "agent-registry:ListRegistries",
      "agent-registry:ListRegistryRecords",
      "aidevops:ListAgentSpaces",
      "aoss:BatchGetCollection",
      "aoss:ListCollections",
      "bedrock-agentcore:ListAgentRuntimes",
      "bedrock-agentcore:ListApiKeyCredentialProviders",
      "bedrock-agentcore:ListBrowsers",
      "bedrock-agentcore:ListCodeInterpreters",
      "bedrock-agentcore:ListGatewayTargets",
      "bedrock-agentcore:ListGateways",
      "bedrock-agentcore:ListHarnesses",
      "bedrock-agentcore:ListMemories",
      "bedrock-agentcore:ListOauth2CredentialProviders",
      "bedrock-agentcore:ListRegistries",
      "bedrock-agentcore:ListRegistryRecords",
      "bedrock-agentcore:ListWorkloadIdentities",
      "bedrock:GetAgent",
      "bedrock:GetCustomModel",
      "bedrock:GetFlow",
      "bedrock:GetFoundationModelAvailability",
      "bedrock:GetGuardrail",
      "bedrock:GetKnowledgeBase",
      "bedrock:GetModelInvocationLoggingConfiguration",
      "bedrock:GetUseCaseForModelAccess",
      "bedrock:ListAgentActionGroups",
      "bedrock:ListAgentAliases",
      "bedrock:ListAgentCollaborators",
      "bedrock:ListAgentKnowledgeBases",
      "bedrock:ListAgents",
      "bedrock:ListAutomatedReasoningPolicies",
      "bedrock:ListCustomModelDeployments",
      "bedrock:ListCustomModels",
      "bedrock:ListDataAutomationProjects",
      "bedrock:ListDataSources",
      "bedrock:ListEnforcedGuardrailsConfiguration",
      "bedrock:ListEvaluationJobs",
      "bedrock:ListFlows",
      "bedrock:ListFoundationModelAgreementOffers",
      "bedrock:ListFoundationModels",
      "bedrock:ListGuardrails",
      "bedrock:ListImportedModels",
      "bedrock:ListInferenceProfiles",
      "bedrock:ListKnowledgeBases",
      "bedrock:ListMarketplaceModelEndpoints",
      "bedrock:ListModelCopyJobs",
      "bedrock:ListModelCustomizationJobs",
      "bedrock:ListModelImportJobs",
      "bedrock:ListModelInvocationJobs",
      "bedrock:ListPromptRouters",
      "bedrock:ListPrompts",
      "bedrock:ListProvisionedModelThroughputs",
      "ce:GetCostAndUsage",
      "cloudtrail:LookupEvents",
      "cloudwatch:GetMetricData",
      "cloudwatch:ListMetrics",
      "comprehend:ListDocumentClassificationJobs",
      "comprehend:ListDocumentClassifiers",
      "comprehend:ListDominantLanguageDetectionJobs",
      "comprehend:ListEndpoints",
      "comprehend:ListEntitiesDetectionJobs",
      "comprehend:ListEntityRecognizers",
      "comprehend:ListEventsDetectionJobs",
      "comprehend:ListFlywheels",
      "comprehend:ListKeyPhrasesDetectionJobs",
      "comprehend:ListPiiEntitiesDetectionJobs",
      "comprehend:ListSentimentDetectionJobs",
      "comprehend:ListTargetedSentimentDetectionJobs",
      "comprehend:ListTopicsDetectionJobs",
      "config:DescribeConfigurationAggregators",
      "config:SelectAggregateResourceConfig",
      "ec2:DescribeInstances",
      "ec2:DescribeRegions",
      "ec2:DescribeVpcEndpoints",
      "ecs:DescribeTaskDefinition",
      "ecs:ListTaskDefinitionFamilies",
      "eks:DescribeNodegroup",
      "eks:ListClusters",
      "eks:ListNodegroups",
      "events:ListApiDestinations",
      "forecast:ListPredictors",
      "frauddetector:GetDetectors",
      "frauddetector:GetExternalModels",
      "frauddetector:GetModels",
      "healthlake:ListFHIRDatastores",
      "iam:GenerateServiceLastAccessedDetails",
      "iam:GetServiceLastAccessedDetails",
      "iam:ListRoles",
      "iam:ListUsers",
      "kendra:ListDataSources",
      "kendra:ListIndices",
      "lambda:ListFunctions",
      "lex:GetBots",
      "lex:ListBotAliases",
      "lex:ListBots",
      "lookoutequipment:ListInferenceSchedulers",
      "lookoutequipment:ListModels",
      "nova-act:ListWorkflowDefinitions",
      "personalize:ListCampaigns",
      "personalize:ListDatasetGroups",
      "personalize:ListRecommenders",
      "personalize:ListSolutions",
      "polly:ListLexicons",
      "polly:ListSpeechSynthesisTasks",
      "qapps:ListQApps",
      "qbusiness:ListApplications",
      "qbusiness:ListDataSources",
      "qbusiness:ListIndices",
      "qbusiness:ListPlugins",
      "rekognition:DescribeProjectVersions",
      "rekognition:DescribeProjects",
      "rekognition:ListCollections",
      "rekognition:ListStreamProcessors",
      "resource-explorer-2:ListResources",
      "resource-explorer-2:ListSupportedResourceTypes",
      "resource-explorer-2:Search",
      "s3vectors:ListIndexes",
      "s3vectors:ListVectorBuckets",
      "sagemaker:DescribeCluster",
      "sagemaker:DescribeEndpoint",
      "sagemaker:DescribeEndpointConfig",
      "sagemaker:DescribeInferenceComponent",
      "sagemaker:DescribeModel",
      "sagemaker:DescribeModelPackage",
      "sagemaker:DescribeNotebookInstance",
      "sagemaker:DescribeTrainingJob",
      "sagemaker:DescribeTransformJob",
      "sagemaker:ListAlgorithms",
      "sagemaker:ListApps",
      "sagemaker:ListAutoMLJobs",
      "sagemaker:ListClusters",
      "sagemaker:ListCompilationJobs",
      "sagemaker:ListDataQualityJobDefinitions",
      "sagemaker:ListDomains",
      "sagemaker:ListEndpoints",
      "sagemaker:ListFeatureGroups",
      "sagemaker:ListFlowDefinitions",
      "sagemaker:ListHubContents",
      "sagemaker:ListHubs",
      "sagemaker:ListHyperParameterTuningJobs",
      "sagemaker:ListInferenceComponents",
      "sagemaker:ListLabelingJobs",
      "sagemaker:ListMlflowApps",
      "sagemaker:ListMlflowTrackingServers",
      "sagemaker:ListModelBiasJobDefinitions",
      "sagemaker:ListModelCards",
      "sagemaker:ListModelExplainabilityJobDefinitions",
      "sagemaker:ListModelPackageGroups",
      "sagemaker:ListModelPackages",
      "sagemaker:ListModelQualityJobDefinitions",
      "sagemaker:ListModels",
      "sagemaker:ListMonitoringSchedules",
      "sagemaker:ListNotebookInstances",
      "sagemaker:ListOptimizationJobs",
      "sagemaker:ListPartnerApps",
      "sagemaker:ListPipelineExecutions",
      "sagemaker:ListPipelines",
      "sagemaker:ListProcessingJobs",
      "sagemaker:ListProjects",
      "sagemaker:ListSpaces",
      "sagemaker:ListTrainingJobs",
      "sagemaker:ListTrainingPlans",
      "sagemaker:ListTransformJobs",
      "sagemaker:ListUserProfiles",
      "sagemaker:ListWorkteams",
      "securityagent:ListAgentSpaces",
      "ssm:DescribeParameters",
      "states:DescribeStateMachine",
      "states:ListStateMachines",
      "tag:GetResources",
      "textract:ListAdapters",
      "transcribe:ListCallAnalyticsCategories",
      "transcribe:ListLanguageModels",
      "transcribe:ListTranscriptionJobs",
      "translate:ListParallelData",
      "translate:ListTextTranslationJobs",
      "wisdom:ListAIAgents",
      "wisdom:ListAssistants",
    ]
  }
}

resource "aws_iam_policy" "read_1" {
  name        = "${var.role_name}-1"
  description = "AI Census: read-only, part 1"
  policy      = data.aws_iam_policy_document.read_1.json
}

resource "aws_iam_role_policy_attachment" "read_1" {
  role       = aws_iam_role.reader.name
  policy_arn = aws_iam_policy.read_1.arn
}

output "role_arn" {
  value = aws_iam_role.reader.arn
}
