import { JournalInUseError } from '../session/journal.ts';

/** Why a server cannot start: one sentence for whoever runs it, with what to do, and a code to look for. */
export interface StartProblem {
  code:
    | 'data-in-use'
    | 'data-cannot-lock'
    | 'data-full'
    | 'data-forbidden'
    | 'data-drive'
    | 'data-damaged'
    | 'data-unusable'
    | 'port-in-use'
    | 'port-reserved'
    | 'host-elsewhere'
    | 'host-unknown'
    | 'listen-failed';
  sentence: string;
}

/** SQLite's primary result codes, and those of the system for the same. */
const FULL = { sqlite: [13], system: ['ENOSPC', 'EDQUOT', 'EFBIG'] };
const FORBIDDEN = { sqlite: [3, 8, 14, 23], system: ['EACCES', 'EPERM', 'EROFS'] };
const DRIVE = {
  sqlite: [10, 15],
  system: ['EIO', 'ENODEV', 'ENXIO', 'ENETDOWN', 'ENETUNREACH', 'EHOSTDOWN', 'ETIMEDOUT', 'ESTALE', 'ENOLCK', 'UNKNOWN'],
};
const DAMAGED = { sqlite: [11, 26], system: [] };

type Refused = Error & { errcode?: number; code?: string };
const isOf = ({ errcode = 0, code = '' }: Refused, { sqlite, system }: { sqlite: number[]; system: string[] }) =>
  sqlite.includes(errcode & 0xff) || system.includes(code);

/** `canLock`: whether another file in the folder can be locked. A network drive that cannot looks as if somebody else held it. */
export function dataProblem(error: Refused, folder: string, canLock: () => boolean): StartProblem {
  const other = 'set DATA_DIR to another folder';
  if ((error instanceof JournalInUseError || isOf(error, DRIVE)) && !canLock())
    return {
      code: 'data-cannot-lock',
      sentence: `The drive of ${folder} (DATA_DIR) cannot lock files, as many network drives cannot. Set DATA_DIR to a folder on a disk of this computer.`,
    };
  if (error instanceof JournalInUseError)
    return { code: 'data-in-use', sentence: `Another server is already using ${folder}. Stop it, or ${other}.` };
  if (isOf(error, FULL))
    return { code: 'data-full', sentence: `The disk of ${folder} (DATA_DIR) is full. Free some space, or ${other} on another disk.` };
  if (isOf(error, DRIVE))
    return {
      code: 'data-drive',
      sentence: `The drive of ${folder} (DATA_DIR) does not answer as it should. Is it a network drive or a stick that is gone? Set DATA_DIR to a folder on a disk of this computer.`,
    };
  if (isOf(error, FORBIDDEN))
    return { code: 'data-forbidden', sentence: `This user may not write in ${folder} (DATA_DIR). Give the user that right, or ${other}.` };
  if (isOf(error, DAMAGED))
    return {
      code: 'data-damaged',
      sentence: `The file lessons.sqlite in ${folder} (DATA_DIR) is damaged, or is not of this game. Put a backup in its place, or ${other}.`,
    };
  return { code: 'data-unusable', sentence: `The folder ${folder} (DATA_DIR) cannot be used: ${error.message}` };
}

export function listenProblem({ code, message }: NodeJS.ErrnoException, host: string, port: number): StartProblem {
  switch (code) {
    case 'EADDRINUSE':
      return { code: 'port-in-use', sentence: `Port ${port} is already in use. Set PORT to another number.` };
    case 'EACCES':
    case 'EPERM':
      return {
        code: 'port-reserved',
        sentence: `The system keeps port ${port} for others: those below 1024 need an administrator, and Windows reserves more. Set PORT to another number, such as 4500 or 8080.`,
      };
    case 'EADDRNOTAVAIL':
    case 'EAFNOSUPPORT':
    case 'EINVAL':
      return {
        code: 'host-elsewhere',
        sentence: `${host} (HOST) is no address that this computer has now. Set HOST to one that it has, or leave HOST out for all of them.`,
      };
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return {
        code: 'host-unknown',
        sentence: `This computer finds no address for the name ${host} (HOST). Set HOST to an address, or leave HOST out.`,
      };
    default:
      return { code: 'listen-failed', sentence: `The server cannot listen on ${host}:${port} (HOST, PORT): ${message}` };
  }
}
