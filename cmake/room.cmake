# A room of the house: a folder in src/ with one public header, a library of its own, and links that say what it may know.
#
#   rapporteur_room(pdf SOURCES writer.cpp … LINKS rapporteur_fonts … PRIVATE_LINKS libharu …)
#
# A public header is included as "pdf/pdf.hpp", and only rooms that are linked can be.

function(rapporteur_warnings target)
    target_compile_features(${target} PUBLIC cxx_std_20)
    target_compile_options(${target} PRIVATE -Wall -Wextra -Wpedantic -Wconversion -Wshadow)
    # GCC 12 warns of its own inlined std::string and std::variant where nothing is wrong (GCC bugs 105329 and 105593).
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
        target_compile_options(${target} PRIVATE -Wno-restrict -Wno-maybe-uninitialized)
    endif()
    if(RAPPORTEUR_WARNINGS_AS_ERRORS)
        target_compile_options(${target} PRIVATE -Werror)
    endif()
endfunction()

# Off for those who only build: a newer compiler or library may warn of what is right. scripts/build turns it on in CI,
# the presets for development always.
option(RAPPORTEUR_WARNINGS_AS_ERRORS "Fail on a warning" OFF)

function(rapporteur_room name)
    cmake_parse_arguments(PARSE_ARGV 1 room "" "" "SOURCES;LINKS;PRIVATE_LINKS")
    set(target rapporteur_${name})
    if(room_SOURCES)
        add_library(${target} STATIC ${room_SOURCES})
        target_include_directories(${target} PUBLIC ${PROJECT_SOURCE_DIR}/src)
        target_link_libraries(${target} PUBLIC ${room_LINKS} PRIVATE ${room_PRIVATE_LINKS})
        rapporteur_warnings(${target})
    else()
        add_library(${target} INTERFACE)
        target_include_directories(${target} INTERFACE ${PROJECT_SOURCE_DIR}/src)
        target_link_libraries(${target} INTERFACE ${room_LINKS})
    endif()
endfunction()
