#include "cli/cli.hpp"

int main(int argc, char** argv) {
    return rapporteur::cli::run(argc, argv);
}
