import { runCommandLine } from './program';

const terminal = {
  out: (text: string) => void process.stdout.write(text),
  err: (text: string) => void process.stderr.write(text),
  environment: process.env,
};

void runCommandLine(process.argv.slice(2), terminal).then((status) => {
  process.exitCode = status;
});
