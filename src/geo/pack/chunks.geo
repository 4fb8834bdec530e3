Stands for the packed look-up data in the web build: webpack reads it with loader.ts, which emits every
chunk as a file of its own and exports a map from chunk name to URL.
