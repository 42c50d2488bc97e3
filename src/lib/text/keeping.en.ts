import type { keeping as nb } from './keeping.nb';

export const keeping: typeof nb = {
  title: 'Keeping it',
  lead: 'Nothing is kept by itself. When you close the tab, files, people and changes are gone. You can save everything as a project file, or ask the browser to keep it.',
  file: 'Project file',
  contents:
    'A project file has the scenarios, the people, the accounts, own rates and the list of what was done. It can be opened here again, in a later version too.',
  people: {
    own: 'The project has counts of people from your own file, small numbers too. Treat it as the data it is made of: do not publish it, and do not send it to anybody who is not to see the numbers.',
    published: 'The screen is in public view. What is saved now has only the numbers that everybody may see.',
    none: 'The project has no people from your own files.',
  },
  save: 'Save project file',
  saved: (file: string) => `${file} has been made. The browser put it where downloads are.`,
  open: 'Open project file',
  notSaved: 'Not saved:',
  device: 'On this device',
  deviceHelp:
    'What you ask to have kept is in this browser. Others who use the same browser on the same device can open it. Nothing more is saved by itself: press “Update” when you wish.',
  name: 'Name',
  keep: 'Keep this on the device',
  nameMissing: 'Write a name.',
  nameTaken: 'This name is used. Choose another, or press “Update” at the project.',
  kept: (name: string) => `“${name}” is kept.`,
  updated: (name: string) => `“${name}” is updated.`,
  deleted: (name: string) => `“${name}” is deleted.`,
  restored: (name: string) => `“${name}” is as before.`,
  undo: 'Undo',
  nothing: 'No projects are kept here.',
  columns: {
    name: 'Name',
    municipality: 'Municipality',
    saved: 'Saved',
    size: 'Size',
    people: 'People',
    actions: 'What you can do',
  },
  peopleOf: { own: 'own counts', published: 'only what everybody may see', none: 'none of your own' },
  openKept: 'Open',
  update: 'Update',
  delete: 'Delete',
  of: (action: string, name: string) => `${action} ${name}`,
  refusals: {
    full: 'There is no room for more on the device. Delete a project, or save a project file instead.',
    refused:
      'The browser does not let the page keep anything here. That is common in private windows, or when storage is switched off. Save a project file instead.',
    gone: 'The project is no longer there. It may have been deleted in another tab.',
  },
  waiting: {
    title: (name: string) => `Open the project ${name}?`,
    older: 'The file is older. This has been changed:',
    moved: (version: string, saved: string) =>
      `The figures now differ from what they were when the file was saved ${saved} with Bosett ${version}. Rates, assumptions or the model have changed since:`,
    movedLine: (name: string, then: string, now: string) => `${name}: when the file was saved: ${then}; now: ${now}`,
    result: (plan: string, tail: string) => `net ${plan} in the plan and ${tail} in the years after`,
    millions: (number: string) => `${number} million`,
    replaces:
      'The project takes the place of what is open now, and that cannot be undone. Save it first if you want it again.',
    accept: 'Open the project',
    opened: (name: string) => `${name} is open.`,
    refuse: 'Cancel',
  },
};
