/** A source's scan on a clock of one's own: the collector starts no scanner, so that none needs its credentials. */
import { placeholder, type ScannerGuide, scanCommand } from '../scanners.ts'

export interface Schedule {
  id: string
  label: string
  file: string
  note: string
  code: (guide: ScannerGuide, collector: string) => string
}

/** Values come from a file that only the scanner's user may read, so no line has a secret in it. */
const bare = (guide: ScannerGuide, collector: string): string =>
  scanCommand(guide, collector).replace(/^(?:[A-Z_]+=… )*/, '')

const names = (guide: ScannerGuide): string[] => [...guide.secrets, 'AI_CENSUS_TOKEN']

export const schedules: readonly Schedule[] = [
  {
    id: 'cron',
    label: 'Crontab',
    file: 'crontab -e',
    note: 'Each night at 02:17. A minute of its own keeps it from meeting everybody else’s full hour.',
    code: (guide, collector) =>
      [
        '# /etc/ai-census.env, readable by this user alone (chmod 600):',
        ...names(guide).map((name) => `#   ${name}=${placeholder}`),
        `17 2 * * * cd /opt/ai-census && set -a && . /etc/ai-census.env && set +a && ${bare(guide, collector)}`,
      ].join('\n'),
  },
  {
    id: 'systemd',
    label: 'systemd timer',
    file: `/etc/systemd/system/ai-census-<scanner>.service and .timer`,
    note: 'Then: systemctl enable --now ai-census-<scanner>.timer. A night that the machine slept through is made up for.',
    code: (guide, collector) =>
      [
        `# /etc/systemd/system/ai-census-${guide.id}.service`,
        '[Unit]',
        `Description=AI Census: ${guide.label}`,
        'Wants=network-online.target',
        'After=network-online.target',
        '',
        '[Service]',
        'Type=oneshot',
        'User=ai-census',
        'WorkingDirectory=/opt/ai-census',
        `# ${names(guide)
          .map((name) => `${name}=${placeholder}`)
          .join(', ')}; chmod 600`,
        'EnvironmentFile=/etc/ai-census.env',
        `ExecStart=/usr/bin/env ${bare(guide, collector)}`,
        '',
        `# /etc/systemd/system/ai-census-${guide.id}.timer`,
        '[Timer]',
        'OnCalendar=*-*-* 02:17',
        'RandomizedDelaySec=30min',
        'Persistent=true',
        '',
        '[Install]',
        'WantedBy=timers.target',
      ].join('\n'),
  },
  {
    id: 'github-actions',
    label: 'GitHub Actions',
    file: '.github/workflows/ai-census.yaml',
    note: 'In a checkout of AI Census. The secrets are set in the repository’s settings, under Actions.',
    code: (guide, collector) =>
      [
        `name: AI Census of ${guide.label}`,
        'on:',
        '  schedule:',
        "    - cron: '17 2 * * *'",
        '  workflow_dispatch:',
        'permissions:',
        '  contents: read',
        'jobs:',
        '  scan:',
        '    runs-on: ubuntu-latest',
        '    steps:',
        '      - uses: actions/checkout@v4',
        '      - run: npx -y pnpm@12.21.0 install',
        `      - run: ${bare(guide, collector)}`,
        '        env:',
        // Names that begin with GITHUB_ are GitHub's own and cannot be secrets.
        ...names(guide).map(
          (name) => `          ${name}: \${{ secrets.${name.replace(/^GITHUB_/, 'CENSUS_GITHUB_')} }}`,
        ),
      ].join('\n'),
  },
  {
    id: 'kubernetes',
    label: 'Kubernetes CronJob',
    file: `kubectl apply -f ai-census-<scanner>.yaml`,
    note: 'The image is one that you build from a checkout of AI Census. A scan that is late does not start twice.',
    code: (guide, collector) =>
      [
        `# kubectl create secret generic ai-census-${guide.id} \\`,
        ...names(guide).map(
          (name, n, all) => `#   --from-literal=${name}=${placeholder}${n < all.length - 1 ? ' \\' : ''}`,
        ),
        'apiVersion: batch/v1',
        'kind: CronJob',
        'metadata:',
        `  name: ai-census-${guide.id}`,
        'spec:',
        "  schedule: '17 2 * * *'",
        '  concurrencyPolicy: Forbid',
        '  jobTemplate:',
        '    spec:',
        '      backoffLimit: 1',
        '      template:',
        '        spec:',
        '          restartPolicy: Never',
        '          automountServiceAccountToken: false',
        '          containers:',
        '            - name: scan',
        '              image: registry.example.com/ai-census:latest',
        '              workingDir: /opt/ai-census',
        `              command: ['sh', '-c', '${bare(guide, collector)}']`,
        '              envFrom:',
        '                - secretRef:',
        `                    name: ai-census-${guide.id}`,
      ].join('\n'),
  },
]
