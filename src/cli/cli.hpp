#pragma once

// The command line: one file for each command, each the story of that command from top to bottom.
//
// Exit status: 0 done; 1 the corpus (or a style) has errors; 2 the command line is wrong; 3 the surroundings failed.
// Diagnostics go to standard error as `file:line:column: error: message`; the paths of what was made go to standard
// output, one a line.

namespace rapporteur::cli {

int run(int argc, char** argv);

} // namespace rapporteur::cli
