// Runs a program (argument 1) that ends when the supervisor is gone, also when it was killed: nobody holds the other
// end of its standard input then. An `--import` would do the same in every process that the program starts.
import { pathToFileURL } from 'node:url';

const end = () => process.kill(process.pid, 'SIGTERM');
process.stdin.on('end', end).on('error', end).resume();
process.stdin.unref?.();

process.argv.splice(1, 1);
await import(pathToFileURL(process.argv[1]).href);
