// Preloaded before the program: counts its calls to the system, and makes the n-th of one kind fail.
//
//   FAILING_CALL=KIND:N:ERRNO   the N-th call of KIND (from 1) fails with this error number
//   FAILING_CALL=KIND:N:ERRNO+  and so does every one after it: a disk stays full
//   FAILING_PATH=TEXT           only calls of open with a path that contains this count for the above
//   COUNTED_CALLS=FILE          at the end, the number of calls of each kind is written there, a line each: KIND N
//
// ERRNO 0 makes a read or a write short instead: it takes half of its bytes. What the C library calls within itself
// isn't seen, so its own streams are covered by name. Children don't inherit any of this: they get a bare environment.

#include <atomic>
#include <cerrno>
#include <cstdarg>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <dirent.h>
#include <dlfcn.h>
#include <fcntl.h>
#include <initializer_list>
#include <new>
#include <pthread.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

namespace {

enum Kind {
    opening,
    reading,
    writing,
    closing,
    status,
    listing,
    syncing,
    renaming,
    folder,
    temporary,
    removing,
    rights,
    forking,
    piping,
    thread,
    mapping,
    memory,
    fence,
    kinds
};
constexpr const char* names[kinds] = {"open", "read",   "write",  "close",     "stat",   "list",
                                      "sync", "rename", "mkdir",  "temporary", "remove", "rights",
                                      "fork", "pipe",   "thread", "map",       "memory", "fence"};

// Memory counts from this many bytes on: every call of malloc would be too many, and most are of no interest alone.
constexpr std::size_t large = 65536;

std::atomic<long> counts[kinds];
std::atomic<long> of_this_path;
const char* part_of_path = nullptr;
int failing = -1;
long first = 0;
int error_number = 0;
bool persistent = false;
int counted = -1; // opened at the start, before the program closes to itself what it needn't open

__attribute__((constructor)) void begin() {
    const char* asked = getenv("FAILING_CALL");
    part_of_path = getenv("FAILING_PATH");
    char name[32] = "";
    char more = 0;
    if (asked != nullptr && sscanf(asked, "%31[^:]:%ld:%d%c", name, &first, &error_number, &more) >= 3) {
        persistent = more == '+';
        for (int kind = 0; kind < kinds; ++kind) {
            failing = strcmp(name, names[kind]) == 0 ? kind : failing;
        }
    }
    const char* path = getenv("COUNTED_CALLS");
    counted = path == nullptr
                  ? -1
                  : static_cast<int>(syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT | O_CLOEXEC, 0600));
}

bool is_its_turn(Kind kind, const char* path = nullptr) {
    const long of_all = ++counts[kind];
    if (kind != failing) {
        return false;
    }
    if (part_of_path != nullptr && (path == nullptr || strstr(path, part_of_path) == nullptr)) {
        return false;
    }
    const long at = part_of_path == nullptr ? of_all : ++of_this_path;
    return persistent ? at >= first : at == first;
}

bool fails(Kind kind, const char* path = nullptr) {
    if (is_its_turn(kind, path) && error_number != 0) {
        errno = error_number;
        return true;
    }
    return false;
}

// Whether a transfer fails; where it is to be short, `size` is halved.
bool transfer_fails(Kind kind, std::size_t& size) {
    if (!is_its_turn(kind)) {
        return false;
    }
    if (error_number == 0) {
        size = size > 1 ? size / 2 : size;
        return false;
    }
    errno = error_number;
    return true;
}

// As the C library notes a failure of a stream, so that ferror() tells it.
void mark_failed(FILE* stream) {
    constexpr int error_seen = 0x20;
    stream->_flags |= error_seen;
}

template <class Function>
Function* real(Function*& kept, const char* name) {
    if (kept == nullptr) {
        kept = reinterpret_cast<Function*>(dlsym(RTLD_NEXT, name));
    }
    return kept;
}

mode_t mode_in(va_list rest, int flags) {
    return (flags & O_CREAT) != 0 || (flags & O_TMPFILE) == O_TMPFILE ? va_arg(rest, mode_t) : 0;
}

__attribute__((destructor)) void end();

} // namespace

#define REAL(name)                                                                                                     \
    static decltype(name)* kept_##name = nullptr;                                                                      \
    decltype(name)* const next = real(kept_##name, #name)

// A call that is passed on as it came, or fails with this result.
#define PASSED(kind, type, name, failure, parameters, arguments)                                                       \
    type name parameters {                                                                                             \
        static type(*kept) parameters = nullptr;                                                                       \
        type(*const next) parameters = real(kept, #name);                                                              \
        return fails(kind) ? failure : next arguments;                                                                 \
    }
#define PASSED_NOEXCEPT(kind, type, name, failure, parameters, arguments)                                              \
    type name parameters noexcept {                                                                                    \
        static type(*kept) parameters = nullptr;                                                                       \
        type(*const next) parameters = real(kept, #name);                                                              \
        return fails(kind) ? failure : next arguments;                                                                 \
    }
#define OPENS(name)                                                                                                    \
    int name(const char* path, int flags, ...) {                                                                       \
        va_list rest;                                                                                                  \
        va_start(rest, flags);                                                                                         \
        const mode_t mode = mode_in(rest, flags);                                                                      \
        va_end(rest);                                                                                                  \
        static int (*kept)(const char*, int, ...) = nullptr;                                                           \
        return fails(opening, path) ? -1 : real(kept, #name)(path, flags, mode);                                       \
    }
#define OPENS_AT(name)                                                                                                 \
    int name(int place, const char* path, int flags, ...) {                                                            \
        va_list rest;                                                                                                  \
        va_start(rest, flags);                                                                                         \
        const mode_t mode = mode_in(rest, flags);                                                                      \
        va_end(rest);                                                                                                  \
        static int (*kept)(int, const char*, int, ...) = nullptr;                                                      \
        return fails(opening, path) ? -1 : real(kept, #name)(place, path, flags, mode);                                \
    }

#define OPENS_STREAM(name)                                                                                             \
    FILE* name(const char* path, const char* mode) {                                                                   \
        static FILE* (*kept)(const char*, const char*) = nullptr;                                                      \
        return fails(opening, path) ? nullptr : real(kept, #name)(path, mode);                                         \
    }

extern "C" {

OPENS(open)
OPENS(open64)
OPENS_AT(openat)
OPENS_AT(openat64)
int __open_2(const char* path, int flags) {
    static int (*kept)(const char*, int) = nullptr;
    return fails(opening, path) ? -1 : real(kept, "__open_2")(path, flags);
}
OPENS_STREAM(fopen)
OPENS_STREAM(fopen64)

PASSED(listing, DIR*, opendir, nullptr, (const char* path), (path))
PASSED_NOEXCEPT(listing, DIR*, fdopendir, nullptr, (int opened), (opened))
PASSED(listing, dirent*, readdir, nullptr, (DIR * list), (list))
PASSED(listing, dirent64*, readdir64, nullptr, (DIR * list), (list))

ssize_t read(int file, void* bytes, std::size_t size) {
    REAL(read);
    return transfer_fails(reading, size) ? -1 : next(file, bytes, size);
}

std::size_t fread(void* bytes, std::size_t size, std::size_t count, FILE* stream) {
    REAL(fread);
    if (fails(reading)) {
        mark_failed(stream);
        return 0;
    }
    return next(bytes, size, count, stream);
}

std::size_t __fread_chk(void* bytes, std::size_t, std::size_t size, std::size_t count, FILE* stream) {
    return fread(bytes, size, count, stream);
}

char* fgets(char* text, int size, FILE* stream) {
    REAL(fgets);
    if (fails(reading)) {
        mark_failed(stream);
        return nullptr;
    }
    return next(text, size, stream);
}

ssize_t write(int file, const void* bytes, std::size_t size) {
    REAL(write);
    return file != STDERR_FILENO && transfer_fails(writing, size) ? -1 : next(file, bytes, size);
}

// The library's own stream for standard output: its bytes go to the system at fflush, and a failure is kept.
std::size_t fwrite(const void* bytes, std::size_t size, std::size_t count, FILE* stream) {
    REAL(fwrite);
    if (stream != stderr && fails(writing)) {
        mark_failed(stream);
        return 0;
    }
    return next(bytes, size, count, stream);
}

int fflush(FILE* stream) {
    REAL(fflush);
    if (stream != nullptr && stream != stderr && fails(writing)) {
        mark_failed(stream);
        return EOF;
    }
    return next(stream);
}

// The descriptor is gone in any case (close(2), on Linux).
int close(int file) {
    REAL(close);
    const int closed = next(file);
    return fails(closing) ? -1 : closed;
}

int fclose(FILE* stream) {
    REAL(fclose);
    const int closed = next(stream);
    return fails(closing) ? EOF : closed;
}

PASSED_NOEXCEPT(status, int, stat, -1, (const char* path, struct stat* found), (path, found))
PASSED_NOEXCEPT(status, int, stat64, -1, (const char* path, struct stat64* found), (path, found))
PASSED_NOEXCEPT(status, int, lstat, -1, (const char* path, struct stat* found), (path, found))
PASSED_NOEXCEPT(status, int, fstat, -1, (int file, struct stat* found), (file, found))
PASSED_NOEXCEPT(status, int, fstat64, -1, (int file, struct stat64* found), (file, found))
PASSED_NOEXCEPT(status, int, access, -1, (const char* path, int mode), (path, mode))
PASSED_NOEXCEPT(status, ssize_t, readlink, -1, (const char* path, char* text, std::size_t size), (path, text, size))
PASSED_NOEXCEPT(status, char*, realpath, nullptr, (const char* path, char* text), (path, text))

PASSED(syncing, int, fsync, -1, (int file), (file))
PASSED_NOEXCEPT(renaming, int, rename, -1, (const char* from, const char* to), (from, to))
PASSED_NOEXCEPT(renaming, int, renameat2, -1,
                (int from_place, const char* from, int to_place, const char* to, unsigned flags),
                (from_place, from, to_place, to, flags))
PASSED_NOEXCEPT(folder, int, mkdir, -1, (const char* path, mode_t mode), (path, mode))
PASSED_NOEXCEPT(temporary, char*, mkdtemp, nullptr, (char* pattern), (pattern))
PASSED(temporary, int, mkostemp, -1, (char* pattern, int flags), (pattern, flags))
PASSED(temporary, int, mkstemp, -1, (char* pattern), (pattern))
PASSED_NOEXCEPT(removing, int, unlink, -1, (const char* path), (path))
PASSED_NOEXCEPT(removing, int, unlinkat, -1, (int place, const char* path, int flags), (place, path, flags))
PASSED_NOEXCEPT(removing, int, rmdir, -1, (const char* path), (path))
PASSED_NOEXCEPT(removing, int, remove, -1, (const char* path), (path))
PASSED_NOEXCEPT(rights, int, fchmod, -1, (int file, mode_t mode), (file, mode))
PASSED_NOEXCEPT(rights, int, fchmodat, -1, (int place, const char* path, mode_t mode, int flags),
                (place, path, mode, flags))
PASSED_NOEXCEPT(forking, pid_t, fork, -1, (), ())
PASSED_NOEXCEPT(piping, int, pipe2, -1, (int ends[2], int flags), (ends, flags))
PASSED_NOEXCEPT(thread, int, pthread_create, error_number,
                (pthread_t * started, const pthread_attr_t* attributes, void* (*run)(void*), void* argument),
                (started, attributes, run, argument))
PASSED_NOEXCEPT(mapping, void*, mmap, MAP_FAILED,
                (void* at, std::size_t size, int protection, int flags, int file, off_t offset),
                (at, size, protection, flags, file, offset))
PASSED_NOEXCEPT(mapping, void*, mmap64, MAP_FAILED,
                (void* at, std::size_t size, int protection, int flags, int file, off64_t offset),
                (at, size, protection, flags, file, offset))

void* malloc(std::size_t size) noexcept {
    REAL(malloc);
    return size >= large && fails(memory) ? nullptr : next(size);
}

void* realloc(void* block, std::size_t size) noexcept {
    REAL(realloc);
    return size >= large && fails(memory) ? nullptr : next(block, size);
}

// Landlock and seccomp, which have no functions of their own in the C library.
long syscall(long number, ...) noexcept {
    va_list rest;
    va_start(rest, number);
    long arguments[6];
    for (long& argument : arguments) {
        argument = va_arg(rest, long);
    }
    va_end(rest);
    static long (*kept)(long, ...) = nullptr;
    for (const long confining :
         {SYS_landlock_create_ruleset, SYS_landlock_add_rule, SYS_landlock_restrict_self, SYS_seccomp}) {
        if (number == confining && fails(fence)) {
            return -1;
        }
    }
    return real(kept, "syscall")(number, arguments[0], arguments[1], arguments[2], arguments[3], arguments[4],
                                 arguments[5]);
}

} // extern "C"

void* operator new(std::size_t size) {
    static void* (*kept)(std::size_t) = nullptr;
    if (size >= large && fails(memory)) {
        throw std::bad_alloc();
    }
    return real(kept, "_Znwm")(size);
}

namespace {

void end() {
    for (int kind = 0; counted >= 0 && kind < kinds; ++kind) {
        dprintf(counted, "%s %ld\n", names[kind], counts[kind].load());
    }
}

} // namespace
