/**
 * Habits of code that many libraries share, by the names of functions alone. Nothing here names a supplier:
 * what a supplier's own names are stands in its signature.
 */
export const conventions = {
  /** The first argument is a model's id. */
  modelFirst:
    /(^|\.)(from_pretrained|fromPretrained|from_model_id|SentenceTransformer|CrossEncoder|GenerativeModel|getGenerativeModel|init_chat_model|initChatModel|init_embeddings|ChatModel|TextGenerationModel|languageModel|textEmbeddingModel|embeddingModel|imageModel|speechModel|transcriptionModel|chatModel|get_model|AutoTokenizer)$/,
  /** A call that makes a client for a service named by its first argument or by `service_name`, or a helper around one. */
  serviceCall: /(^|[._])(client|resource)$/,
  /** Kits that make clients for any service of a cloud, AI or not. */
  cloudKit: /^(aio)?boto3|^(aio)?botocore|^aiobotocore/,
  /** What names deployments of the program's own (docs.ray.io/en/latest/serve/api): no model bears such a name. */
  ownDeployment: /(^|\.)(deployment|get_deployment(_handle)?|get_app_handle)$/,
  /** A call that reads a data set by its name or path. */
  datasetLoad: /(^|\.)(load_dataset|load_dataset_builder|loadDataset)$/,
  /** Modules of data sets: there `load("mnist")` reads one by name, and a class is one: `CIFAR10(root=…)`. */
  datasetModule: /(^|_)datasets$/,
  /** Classes there that read whatever folder they are given, or are made to be built upon. */
  datasetGeneric:
    /(Folder|Loader|Vision|Fake|Abstract|Base|Builder|Config)|^(Dataset|DatasetDict|Features|Value)$/,
  /** What makes an agent, whatever the framework calls it. */
  agentMade:
    /^(\w*Agent|create_?\w*_?agent(_executor)?|create\w*Agent|AgentExecutor|AgentWorkflow|Crew|StateGraph|Swarm|(Selector|RoundRobin|Magentic\w*)?GroupChat|create_supervisor|create_swarm|initialize_agent)$/,
  /** Among the names of the protocol's own packages. */
  serverMade: /^(Fast)?(Mcp|MCP)?Server$|^FastMCP$|^McpServer$|^createMcpHandler$/,
  clientMade: /^(Mcp|MCP)?Client(Session)?$/,
} as const
