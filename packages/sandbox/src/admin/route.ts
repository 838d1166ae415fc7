import { type Faults } from '../faults/faults';
import { type App } from '../http/app';
import { type Workspace } from '../workspace';

/** One of the sandbox's own endpoints: adds itself to the app. */
export type Route = (app: App, workspace: Workspace, faults: Faults) => void;
