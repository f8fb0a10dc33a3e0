// Loaded into the server before anything else. When the process that started it is gone (killed, so that it could not say
// goodbye), the channel to it closes, and the server ends too instead of holding the port.
process.on('disconnect', () => process.exit(0));
