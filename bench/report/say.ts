/** Tells what is going on; standard output is for the result alone. */
export const say = (text: string): void => void process.stderr.write(`${text}\n`);
