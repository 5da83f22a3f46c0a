import { z } from 'zod';

/** Bytes of the largest file the page takes; larger ones go through the command line. */
export const mostBytes = 30 * 1024 * 1024;

/** What is known of a file that waits to be imported. */
export const uploadSchema = z.strictObject({ fileName: z.string(), userId: z.uuid() });

export type Upload = z.infer<typeof uploadSchema>;
