/** The channel by which ports go to a window's preload script. */
export const portsChannel = 'ssj-ports'
