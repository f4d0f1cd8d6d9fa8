/**
 * Writes a job for Kubernetes that loads a server from inside of the cluster. Its first containers measure, one after
 * the other, and its last one prints the results, so that `kubectl logs` fetches them.
 */
import { t } from '@vscode/l10n';
import { oneLine } from '../../messages/oneLine';
import { shellWord } from '../../messages/measurement/shell';
import { guideLlmParts } from './guideLlmJob';
import type { JobAsked, JobTool } from './jobAsked';
import { KEY_SECRET, KEY_VARIABLE, type JobParts } from './jobParts';
import { k6Parts } from './k6Job';
import { yamlLines, type YamlValue } from './yamlLines';

const NAME = 'capacity-plan-measure';

export type JobText = { readonly text: string } | { readonly problem: string };

export function kubernetesJob(tool: JobTool, asked: JobAsked): JobText {
  const isAtRate = asked.loads.some(({ kind }) => kind === 'rate');
  if (tool === 'k6' && isAtRate) {
    return {
      problem: t`k6 spaces requests at a rate evenly, which shows no queueing: use guidellm`,
    };
  }
  if (tool === 'guidellm' && asked.loads.some(hasThinkTime)) {
    return { problem: t`GuideLLM has no think time: use k6` };
  }
  const parts = tool === 'k6' ? k6Parts(asked) : guideLlmParts(asked);
  const documents = [
    ...(Object.keys(parts.files).length > 0 ? [configMap(parts)] : []),
    job(parts),
  ];
  const comment = comments(asked, parts).map(commentLine);
  const texts = documents.map((each) => yamlLines(each).join('\n'));
  return { text: `${comment.join('\n')}\n${texts.join('\n---\n')}\n` };
}

/** Keeps the indentation of commands, which `oneLine` drops. */
function commentLine(line: string): string {
  return `# ${line.startsWith('  ') ? '  ' : ''}${oneLine(line)}`;
}

function hasThinkTime(load: JobAsked['loads'][number]): boolean {
  return load.kind === 'users' && load.thinkTimeSeconds > 0;
}

function comments({ base, into }: JobAsked, { notes }: JobParts): readonly string[] {
  const target = into ? ` --into ${shellWord(into.plan)} --engine ${shellWord(into.engine)}` : '';
  return [
    `Measures ${base} from inside of the cluster: the address must be one that pods reach.`,
    'If the server wants a key, put it into a secret first:',
    `  kubectl create secret generic ${KEY_SECRET} --from-literal=key=KEY`,
    'Start it, wait, fetch the results and import them:',
    '  kubectl apply -f FILE',
    `  kubectl wait --for=condition=complete --timeout=2h job/${NAME}`,
    `  kubectl logs job/${NAME} -c results > results.json`,
    `  capacity-plan import results.json${target}`,
    ...notes,
  ];
}

function configMap({ files }: JobParts): YamlValue {
  return { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: NAME }, data: files };
}

const MOUNTS = [{ name: 'results', mountPath: '/results' }];
const FILES_MOUNT = { name: 'files', mountPath: '/files', readOnly: true };
const CONTAINER_SECURITY = {
  allowPrivilegeEscalation: false,
  capabilities: { drop: ['ALL'] },
};

function job({ image, user, measure, files, results }: JobParts): YamlValue {
  const hasFiles = Object.keys(files).length > 0;
  const key = { name: KEY_SECRET, key: 'key', optional: true };
  const initContainers = measure.map(({ env = [], ...container }) => ({
    ...container,
    image,
    env: [
      { name: KEY_VARIABLE, valueFrom: { secretKeyRef: key } },
      ...(env as readonly YamlValue[]),
    ],
    // one that loads a server must not be slowed down by its own limits
    resources: { requests: { cpu: '2', memory: '2Gi' } },
    securityContext: CONTAINER_SECURITY,
    volumeMounts: [...MOUNTS, ...(hasFiles ? [FILES_MOUNT] : [])],
  }));
  return {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: { name: NAME },
    spec: {
      backoffLimit: 0,
      template: {
        metadata: { labels: { app: NAME } },
        spec: {
          restartPolicy: 'Never',
          automountServiceAccountToken: false,
          securityContext: {
            runAsNonRoot: true,
            runAsUser: user,
            seccompProfile: { type: 'RuntimeDefault' },
          },
          initContainers,
          containers: [
            {
              name: 'results',
              image,
              command: ['/bin/sh', '-c', `cat ${results}`],
              securityContext: CONTAINER_SECURITY,
              volumeMounts: MOUNTS,
            },
          ],
          volumes: [
            { name: 'results', emptyDir: {} },
            ...(hasFiles ? [{ name: 'files', configMap: { name: NAME } }] : []),
          ],
        },
      },
    },
  };
}
