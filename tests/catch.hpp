#pragma once

// Catch2, version 2 or 3: the tests include this header, so that moving on is a change in one place.
#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>
#else
#include <catch2/catch.hpp>
#endif
