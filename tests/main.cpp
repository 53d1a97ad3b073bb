#define CATCH_CONFIG_MAIN
#include "catch.hpp" // with Catch2 3, link Catch2::Catch2WithMain and drop this file
