#include "support/fence.hpp"

#include "support/process.hpp"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fmt/format.h>
#include <linux/landlock.h>
#include <memory>
#include <seccomp.h>
#include <set>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace rapporteur {

namespace {

namespace fs = std::filesystem;
using Rights = std::uint64_t;

// Rights that came after the oldest header that this builds with, which is that of Linux 6.1.
constexpr Rights truncate_right = Rights{1} << 14U; // ABI 3
constexpr Rights device_right = Rights{1} << 15U;   // ABI 5

tl::unexpected<Diagnostic> refused(int error) {
    return surroundings_failed({}, fmt::format("the kernel refuses to confine files: {}", std::strerror(error)));
}

constexpr Rights reading = LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
constexpr Rights of_files = LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_WRITE_FILE |
                            truncate_right | device_right;

// 0 where the kernel has none, or where what runs us (a container, say) keeps it from us.
Result<int> landlock_version() {
    const long version = ::syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION);
    if (version >= 0) {
        return static_cast<int>(version);
    }
    const bool has_none = errno == ENOSYS || errno == EOPNOTSUPP || errno == EPERM || errno == EACCES;
    return has_none ? Result<int>(0) : refused(errno);
}

// Every right that the kernel can withhold.
Rights all_rights(int version) {
    Rights rights = (Rights{1} << 13U) - 1; // ABI 1, all below REFER
    rights |= version >= 2 ? Rights{LANDLOCK_ACCESS_FS_REFER} : 0;
    rights |= version >= 3 ? truncate_right : 0;
    rights |= version >= 5 ? device_right : 0;
    return rights;
}

Result<void> allow(int rules, const fs::path& path, Rights rights) {
    const int opened = ::open(path.c_str(), O_PATH | O_CLOEXEC);
    if (opened < 0) {
        const bool is_passed_over =
            errno == ENOENT || errno == ENOTDIR || errno == EACCES || errno == ELOOP || errno == ENAMETOOLONG;
        return is_passed_over ? Result<void>() : surroundings_failed(path.string(), std::strerror(errno));
    }
    struct stat found = {};
    bool is_allowed = ::fstat(opened, &found) == 0;
    landlock_path_beneath_attr rule = {};
    rule.allowed_access = S_ISDIR(found.st_mode) ? rights : rights & of_files;
    rule.parent_fd = opened;
    is_allowed = is_allowed && ::syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &rule, 0) == 0;
    const int error = errno;
    ::close(opened);
    return is_allowed ? Result<void>() : surroundings_failed(path.string(), refused(error).value().message);
}

// The folder itself, or the nearest one above it that exists and in which it will be created.
fs::path nearest_existing(fs::path path) {
    std::error_code unreadable;
    path = fs::absolute(path, unreadable).lexically_normal();
    while (!fs::exists(path, unreadable) && path.has_relative_path()) {
        path = path.parent_path();
    }
    return path;
}

struct ReleaseFilter {
    void operator()(void* filter) const { seccomp_release(filter); }
};

// A socket that is asked for is refused as if by the system's own rules, so that a library takes its other way.
bool refuse_sockets(Sockets allowed) {
    const std::unique_ptr<void, ReleaseFilter> filter(seccomp_init(SCMP_ACT_ALLOW));
    if (!filter) {
        return false;
    }
    const std::uint32_t refusal = SCMP_ACT_ERRNO(EACCES);
    const scmp_arg_cmp of_another_family = {0, SCMP_CMP_NE, AF_UNIX, 0};
    const int added = seccomp_rule_add_array(filter.get(), refusal, SCMP_SYS(socket), allowed == Sockets::local ? 1 : 0,
                                             &of_another_family);
    return added == 0 && seccomp_load(filter.get()) == 0;
}

} // namespace

std::vector<fs::path> system_folders() {
    return {"/usr",
            "/bin",
            "/sbin",
            "/lib",
            "/lib32",
            "/lib64",
            "/etc/alternatives",
            "/etc/fonts",
            "/etc/ld.so.cache",
            "/etc/ld.so.preload",
            "/etc/localtime",
            "/etc/nsswitch.conf",
            "/etc/passwd",
            "/etc/ssl/openssl.cnf",
            "/var/cache/fontconfig",
            "/var/lib/ghc",
            "/sys/devices/system/cpu",
            "/sys/kernel/mm/transparent_hugepage",
            "/proc/self",
            "/proc/meminfo",
            "/proc/sys/vm",
            "/dev/urandom",
            "/dev/random",
            "/dev/zero"};
}

std::vector<fs::path> program_folders() {
    const std::vector<fs::path> on_path = path_folders();
    std::set<fs::path> folders(on_path.begin(), on_path.end());
    for (const fs::path& folder : on_path) {
        for (const char* program : {"pandoc", "rsvg-convert", "pdftotext", "ssh-keygen", "minisign"}) {
            std::error_code missing;
            const fs::path real = fs::canonical(folder / program, missing);
            if (!missing) {
                folders.insert(real.parent_path());
            }
        }
    }
    return {folders.begin(), folders.end()};
}

Result<FileFence> FileFence::prepare(const Reach& reach) {
    const Result<int> version = landlock_version();
    if (!version) {
        return tl::unexpected(version.error());
    }
    if (*version == 0) {
        return FileFence(-1);
    }
    const Rights all = all_rights(*version);
    // The first field alone: later ones confine the network, which seccomp does on kernels of any age.
    FileFence fence(static_cast<int>(::syscall(SYS_landlock_create_ruleset, &all, sizeof all, 0)));
    if (fence.rules < 0) {
        return refused(errno);
    }
    ::fcntl(fence.rules, F_SETFD, FD_CLOEXEC);
    Result<void> allowed = allow(fence.rules, "/dev/null", all);
    for (auto path = reach.read.begin(); allowed && path != reach.read.end(); ++path) {
        allowed = allow(fence.rules, *path, reading);
    }
    for (auto path = reach.write.begin(); allowed && path != reach.write.end(); ++path) {
        allowed = allow(fence.rules, nearest_existing(*path), all);
    }
    return allowed ? Result<FileFence>(std::move(fence)) : tl::unexpected(allowed.error());
}

FileFence::FileFence(FileFence&& other) noexcept : rules(std::exchange(other.rules, -1)) {}

FileFence& FileFence::operator=(FileFence&& other) noexcept {
    std::swap(rules, other.rules);
    return *this;
}

FileFence::~FileFence() {
    if (rules >= 0) {
        ::close(rules);
    }
}

bool FileFence::hold() const {
    return rules < 0 ||
           (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && ::syscall(SYS_landlock_restrict_self, rules, 0) == 0);
}

Result<void> confine(const Reach& reach) {
    const Result<FileFence> fence = FileFence::prepare(reach);
    if (!fence) {
        return tl::unexpected(fence.error());
    }
    if (!fence->hold()) {
        return refused(errno);
    }
    if (!refuse_sockets(reach.sockets)) {
        return surroundings_failed({}, "the kernel refuses to forbid sockets");
    }
    return {};
}

} // namespace rapporteur
