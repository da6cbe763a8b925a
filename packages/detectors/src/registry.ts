import { assistantFiles } from './assistants/assistants.ts'
import { declaredTools } from './assistants/tools.ts'
import { ciActions } from './ci/actions.ts'
import { ciInputs } from './ci/inputs.ts'
import { jenkins } from './ci/jenkins.ts'
import { components, javascript, python } from './code/detectors.ts'
import { otherLanguages } from './code/other/detector.ts'
import { browserExtension } from './config/browser-extension.ts'
import { dotenv } from './config/dotenv.ts'
import { homeAssistant } from './config/home-assistant.ts'
import { prompty } from './config/prompty.ts'
import { pyprojectTools, structured, tomlConfig } from './config/structured.ts'
import { xmlConfig } from './config/xml.ts'
import { compose } from './containers/compose.ts'
import { dockerfile } from './containers/dockerfile.ts'
import { modelfile } from './containers/modelfile.ts'
import { dvc } from './datasets/dvc.ts'
import { sql } from './datasets/sql.ts'
import { aiSystemFile } from './declared/ai-system.ts'
import { billOfMaterials } from './declared/bill-of-materials.ts'
import { modelCard } from './declared/model-card.ts'
import type { Detector } from './detector.ts'
import { bicep } from './iac/bicep.ts'
import { deploymentManager } from './iac/by-lines.ts'
import { templates } from './iac/templates.ts'
import { terraform } from './iac/terraform.ts'
import { wrangler } from './iac/wrangler.ts'
import { bunLock } from './manifests/npm/bun-lock.ts'
import { denoJson } from './manifests/npm/deno.ts'
import { packageJson } from './manifests/npm/package-json.ts'
import { packageLock } from './manifests/npm/package-lock.ts'
import { pnpmLock } from './manifests/npm/pnpm-lock.ts'
import { yarnLock } from './manifests/npm/yarn-lock.ts'
import { lineManifests } from './manifests/other/line-manifests.ts'
import {
  aspireConfig,
  cargoLock,
  cargoToml,
  composerJson,
  composerLock,
  pom,
  pubspec,
} from './manifests/other/tree-manifests.ts'
import { condaEnvironment } from './manifests/pypi/conda.ts'
import { pipfile, pipfileLock } from './manifests/pypi/pipfile.ts'
import { pyproject } from './manifests/pypi/pyproject.ts'
import { requirementsTxt } from './manifests/pypi/requirements-txt.ts'
import { setupCfg, setupPy } from './manifests/pypi/setup.ts'
import { pythonLocks } from './manifests/pypi/toml-locks.ts'
import { mcpKubernetes } from './mcp/kubernetes.ts'
import { mcpJson, mcpToml, mcpYaml } from './mcp/servers.ts'
import { databricksSource } from './notebooks/databricks.ts'
import { notebook } from './notebooks/notebook.ts'
import { shell } from './shell/shell.ts'
import { taskFiles } from './shell/tasks.ts'
import { workflowExports } from './workflows/exports.ts'

/** Every detector, in the order in which a file meets them. A test compares this list with the disk. */
export const detectors: readonly Detector[] = [
  packageJson,
  packageLock,
  pnpmLock,
  yarnLock,
  bunLock,
  denoJson,
  requirementsTxt,
  pyproject,
  pythonLocks,
  pipfile,
  pipfileLock,
  setupPy,
  setupCfg,
  condaEnvironment,
  cargoToml,
  cargoLock,
  aspireConfig,
  composerJson,
  composerLock,
  pom,
  pubspec,
  ...lineManifests,
  python,
  javascript,
  components,
  otherLanguages,
  notebook,
  databricksSource,
  shell,
  dotenv,
  structured,
  tomlConfig,
  pyprojectTools,
  xmlConfig,
  browserExtension,
  prompty,
  homeAssistant,
  compose,
  dockerfile,
  modelfile,
  terraform,
  templates,
  deploymentManager,
  bicep,
  wrangler,
  taskFiles,
  ciActions,
  ciInputs,
  jenkins,
  mcpJson,
  mcpYaml,
  mcpToml,
  mcpKubernetes,
  assistantFiles,
  declaredTools,
  aiSystemFile,
  billOfMaterials,
  modelCard,
  dvc,
  sql,
  workflowExports,
]
