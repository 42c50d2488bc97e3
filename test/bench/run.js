console.error('The bench is not written yet.');
process.exit(1);
