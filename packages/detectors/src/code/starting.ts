/** By what programs start others: each way in which code is read here sees its own part of it. */

/** Modules by which programs start others, in languages whose imports are all read. */
export const startingModules =
  /^(?:subprocess|(?:node:)?child_process|execa|cross-spawn|shelljs|zx|pexpect|plumbum|sh)$/
/** Calls that need no such module. */
export const startingCalls =
  /^(?:os\.(?:system|popen|spawn\w*|exec\w*)|asyncio\.create_subprocess_\w+|Bun\.spawn\w*|Deno\.(?:run|Command))$/

/** Calls that start a program where no parser reads the language. */
export const startingAnywhere =
  /\b(?:exec\.Command(?:Context)?|Command::new|ProcessBuilder|Runtime\.getRuntime\(\)\.exec|ProcessStartInfo|Process\.(?:[sS]tart|run)|proc_open|shell_exec|passthru|popen|Open3\.\w{1,20}|System\.cmd|Port\.open|execvp?|execl?p?|posix_spawnp?|CreateProcess[AW]?|system2?|spawn|new\s+Process|Process)\s{0,4}[({]/

/** What starts another program, or looks for it on the machine; the text is its first argument. */
export const startingFirst =
  /(?:^|\.)(?:spawn|spawnSync|execFile|execFileSync|execa|execv?pe?|Popen|check_call|check_output|create_subprocess_exec|which|find_executable)$|(?:^|\.)subprocess\.(?:run|call)$|(?:^|\.)child_process\.exec(?:Sync)?$/

/** The text is the program that is started: `new ProcessStartInfo("x", …)`, `Command::new("x")`, `Open3.capture2("x")`. */
export const startingNext =
  /\b(?:ProcessStartInfo|ProcessBuilder|Process\.(?:[sS]tart|run)|Command::new|exec\.(?:Command|LookPath)|(?:capture|popen)[23]e?|System\.cmd|proc_open|shell_exec)\s?\(\s{0,20}$|\bexec\.CommandContext\(\s?\w{1,20},\s?$/

/** The property of .NET that names the program to start (learn.microsoft.com/dotnet/api/system.diagnostics.processstartinfo.filename). */
export const isStartingProperty = (language: string, place: string, code: string): boolean =>
  language === 'csharp' && place === 'FileName' && code.includes('ProcessStartInfo')
