cmake_minimum_required(VERSION 3.25)

# What the program was built from, in one digest: of the list of all files in src/ with their SHA-256, as written by
#   (cd src && find . -type f | LC_ALL=C sort | xargs sha256sum) | sha256sum
# Run at each build; the header is written only where the digest has changed.
execute_process(COMMAND find . -type f WORKING_DIRECTORY ${SOURCE} OUTPUT_VARIABLE found COMMAND_ERROR_IS_FATAL ANY)
string(REGEX MATCHALL "[^\n]+" files "${found}")
list(SORT files)
set(listing "")
foreach(file IN LISTS files)
    file(SHA256 ${SOURCE}/${file} digest)
    string(APPEND listing "${digest}  ${file}\n")
endforeach()
string(SHA256 digest "${listing}")
file(CONFIGURE OUTPUT ${HEADER} CONTENT "#define RAPPORTEUR_SOURCE_DIGEST \"@digest@\"\n" @ONLY)
