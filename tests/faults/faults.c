/* Loaded before libc (LD_PRELOAD): what a process does to the files under one folder is written down, and the n-th
   call of a kind fails, or is the last thing the process does. Idle until it is told. Linux with the GNU C library, 64 bit. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <stdio.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

enum { WRITE = 1, SYNC = 2, TRUNCATE = 4, READ = 8, UNLINK = 16, RENAME = 32, CREATE = 64 };
enum { ONCE = 1, ALWAYS = 2, KILL = 3 };
enum { SECTOR = 512 };

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static char root[PATH_MAX];
static size_t root_length;
static int trace = -1, acknowledged = -1;
static int kinds, action, error_number, calls, fired;
static long at;

/* What the test calls. */

void faults_watch(const char *folder, const char *trace_file, int acknowledging) {
    strncpy(root, folder, PATH_MAX - 1);
    root_length = strlen(root);
    acknowledged = acknowledging;
    trace = trace_file[0] ? (int)syscall(SYS_openat, AT_FDCWD, trace_file, O_CREAT | O_WRONLY | O_APPEND, 0600) : -1;
}

void faults_arm(int of_kinds, long nth, int what, int number) {
    kinds = of_kinds; at = nth; action = what; error_number = number; calls = 0; fired = 0;
}

void faults_disarm(void) { action = 0; }
int faults_calls(void) { return calls; }
int faults_fired(void) { return fired; }

/* Which files count. */

static int inside(const char *path) {
    return root_length && !strncmp(path, root, root_length) && (path[root_length] == '/' || !path[root_length]);
}

static int path_of(int fd, char *path) {
    char link[64];
    if (!root_length || fd == trace) return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = syscall(SYS_readlinkat, AT_FDCWD, link, path, PATH_MAX - 1);
    if (length < 0) return 0;
    path[length] = 0;
    return inside(path);
}

static uint64_t inode_of(int fd) {
    struct stat found;
    return fstat(fd, &found) ? 0 : (uint64_t)found.st_ino;
}

static void note(char what, const char *path, uint64_t inode, int64_t offset, const void *data, uint32_t length) {
    if (trace < 0) return;
    uint16_t path_length = (uint16_t)strlen(path);
    size_t size = 1 + 2 + path_length + 8 + 8 + 4 + length;
    char *record = malloc(size), *end = record;
    *end++ = what;
    memcpy(end, &path_length, 2); end += 2;
    memcpy(end, path, path_length); end += path_length;
    memcpy(end, &inode, 8); end += 8;
    memcpy(end, &offset, 8); end += 8;
    memcpy(end, &length, 4); end += 4;
    if (length) memcpy(end, data, length);
    syscall(SYS_write, trace, record, size);
    free(record);
}

static void end_here(void) { syscall(SYS_kill, getpid(), SIGKILL); for (;;) pause(); }

/* Whether this call is the one that fails; with `dying` set, whether it is the last one. Under the mutex. */
static int hit(int kind, int *dying) {
    *dying = 0;
    if (!action || !(kinds & kind)) return 0;
    calls++;
    if (calls < at || (calls > at && action != ALWAYS)) return 0;
    fired++;
    if (action == KILL) { *dying = 1; return 1; }
    errno = error_number;
    return 1;
}

#define REAL(result, name, ...) \
    static result (*real)(__VA_ARGS__); \
    if (!real) real = (result (*)(__VA_ARGS__))dlsym(RTLD_NEXT, name)

#define REFUSED(kind) \
    int dying; \
    pthread_mutex_lock(&mutex); \
    if (hit(kind, &dying)) { \
        if (dying) end_here(); \
        int number = errno; pthread_mutex_unlock(&mutex); errno = number; \
        return -1; \
    }

#define LEAVE(value) do { int number = errno; pthread_mutex_unlock(&mutex); errno = number; return value; } while (0)

/* Writing. A process that dies in the middle of a write leaves whole sectors of it. */

static int64_t place(int fd) {
    struct stat found;
    if (fcntl(fd, F_GETFL) & O_APPEND) return fstat(fd, &found) ? 0 : found.st_size;
    return lseek(fd, 0, SEEK_CUR);
}

ssize_t write(int fd, const void *data, size_t size) {
    REAL(ssize_t, "write", int, const void *, size_t);
    char path[PATH_MAX];
    if (fd == acknowledged && fd >= 0) {
        pthread_mutex_lock(&mutex);
        note('A', "", 0, 0, data, (uint32_t)size);
        ssize_t done = real(fd, data, size);
        LEAVE(done);
    }
    if (!path_of(fd, path)) return real(fd, data, size);
    int dying;
    pthread_mutex_lock(&mutex);
    int64_t offset = place(fd);
    if (hit(WRITE, &dying)) {
        if (dying) { real(fd, data, size / 2 / SECTOR * SECTOR); end_here(); }
        LEAVE(-1);
    }
    ssize_t done = real(fd, data, size);
    if (done > 0) note('W', path, inode_of(fd), offset, data, (uint32_t)done);
    LEAVE(done);
}

#define PWRITE(name, type) \
    ssize_t name(int fd, const void *data, size_t size, type offset) { \
        REAL(ssize_t, #name, int, const void *, size_t, type); \
        char path[PATH_MAX]; \
        if (!path_of(fd, path)) return real(fd, data, size, offset); \
        int dying; \
        pthread_mutex_lock(&mutex); \
        if (hit(WRITE, &dying)) { \
            if (dying) { real(fd, data, size / 2 / SECTOR * SECTOR, offset); end_here(); } \
            LEAVE(-1); \
        } \
        ssize_t done = real(fd, data, size, offset); \
        if (done > 0) note('W', path, inode_of(fd), offset, data, (uint32_t)done); \
        LEAVE(done); \
    }
PWRITE(pwrite, off_t)
PWRITE(pwrite64, off64_t)

/* Copied inside the kernel, data would not be seen: whoever asks has to read and write. */
ssize_t sendfile(int out, int in, off_t *offset, size_t count) {
    REAL(ssize_t, "sendfile", int, int, off_t *, size_t);
    char path[PATH_MAX];
    if (path_of(out, path)) { errno = ENOSYS; return -1; }
    return real(out, in, offset, count);
}
ssize_t sendfile64(int out, int in, off64_t *offset, size_t count) {
    REAL(ssize_t, "sendfile64", int, int, off64_t *, size_t);
    char path[PATH_MAX];
    if (path_of(out, path)) { errno = ENOSYS; return -1; }
    return real(out, in, offset, count);
}
ssize_t copy_file_range(int in, off64_t *from, int out, off64_t *to, size_t size, unsigned flags) {
    REAL(ssize_t, "copy_file_range", int, off64_t *, int, off64_t *, size_t, unsigned);
    char path[PATH_MAX];
    if (path_of(out, path)) { errno = ENOSYS; return -1; }
    return real(in, from, out, to, size, flags);
}

/* Making it last, and making it shorter. */

static int synced(int fd, int (*real)(int)) {
    char path[PATH_MAX];
    if (!path_of(fd, path)) return real(fd);
    REFUSED(SYNC);
    int done = real(fd);
    struct stat found;
    if (!done && !fstat(fd, &found)) note(S_ISDIR(found.st_mode) ? 'D' : 'S', path, found.st_ino, 0, "", 0);
    LEAVE(done);
}
int fsync(int fd) { REAL(int, "fsync", int); return synced(fd, real); }
int fdatasync(int fd) { REAL(int, "fdatasync", int); return synced(fd, real); }

#define FTRUNCATE(name, type) \
    int name(int fd, type size) { \
        REAL(int, #name, int, type); \
        char path[PATH_MAX]; \
        if (!path_of(fd, path)) return real(fd, size); \
        REFUSED(TRUNCATE); \
        int done = real(fd, size); \
        if (!done) note('T', path, inode_of(fd), size, "", 0); \
        LEAVE(done); \
    }
FTRUNCATE(ftruncate, off_t)
FTRUNCATE(ftruncate64, off64_t)

#define TRUNCATE_BY_NAME(name, type) \
    int name(const char *path, type size) { \
        REAL(int, #name, const char *, type); \
        if (!inside(path)) return real(path, size); \
        REFUSED(TRUNCATE); \
        int done = real(path, size); \
        struct stat found; \
        if (!done && !stat(path, &found)) note('T', path, found.st_ino, size, "", 0); \
        LEAVE(done); \
    }
TRUNCATE_BY_NAME(truncate, off_t)
TRUNCATE_BY_NAME(truncate64, off64_t)

/* Reading. */

ssize_t read(int fd, void *data, size_t size) {
    REAL(ssize_t, "read", int, void *, size_t);
    char path[PATH_MAX];
    if (!(kinds & READ) || !path_of(fd, path)) return real(fd, data, size);
    REFUSED(READ);
    ssize_t done = real(fd, data, size);
    LEAVE(done);
}
#define PREAD(name, type) \
    ssize_t name(int fd, void *data, size_t size, type offset) { \
        REAL(ssize_t, #name, int, void *, size_t, type); \
        char path[PATH_MAX]; \
        if (!(kinds & READ) || !path_of(fd, path)) return real(fd, data, size, offset); \
        REFUSED(READ); \
        ssize_t done = real(fd, data, size, offset); \
        LEAVE(done); \
    }
PREAD(pread, off_t)
PREAD(pread64, off64_t)

/* Names. */

static int opened(int (*real)(int, const char *, int, ...), int folder, const char *path, int flags, mode_t mode) {
    if (path[0] != '/' || !inside(path) || !(flags & (O_CREAT | O_TRUNC))) return real(folder, path, flags, mode);
    int dying;
    pthread_mutex_lock(&mutex);
    int there = !syscall(SYS_faccessat, AT_FDCWD, path, F_OK);
    if (!there && hit(CREATE, &dying)) {
        if (dying) end_here();
        LEAVE(-1);
    }
    int fd = real(folder, path, flags, mode);
    if (fd >= 0 && !there) note('C', path, inode_of(fd), 0, "", 0);
    else if (fd >= 0 && (flags & O_TRUNC)) note('T', path, inode_of(fd), 0, "", 0);
    LEAVE(fd);
}
#define MODE mode_t mode = 0; if (flags & O_CREAT) { va_list more; va_start(more, flags); mode = va_arg(more, mode_t); va_end(more); }
int openat(int folder, const char *path, int flags, ...) {
    REAL(int, "openat", int, const char *, int, ...);
    MODE return opened(real, folder, path, flags, mode);
}
int openat64(int folder, const char *path, int flags, ...) {
    REAL(int, "openat64", int, const char *, int, ...);
    MODE return opened(real, folder, path, flags, mode);
}
int open(const char *path, int flags, ...) {
    REAL(int, "openat", int, const char *, int, ...);
    MODE return opened(real, AT_FDCWD, path, flags, mode);
}
int open64(const char *path, int flags, ...) {
    REAL(int, "openat64", int, const char *, int, ...);
    MODE return opened(real, AT_FDCWD, path, flags, mode);
}

int unlink(const char *path) {
    REAL(int, "unlink", const char *);
    if (!inside(path)) return real(path);
    REFUSED(UNLINK);
    int done = real(path);
    if (!done) note('U', path, 0, 0, "", 0);
    LEAVE(done);
}

int rename(const char *from, const char *to) {
    REAL(int, "rename", const char *, const char *);
    if (!inside(from) && !inside(to)) return real(from, to);
    REFUSED(RENAME);
    int done = real(from, to);
    if (!done) note('R', from, 0, 0, to, (uint32_t)strlen(to));
    LEAVE(done);
}

int link(const char *from, const char *to) {
    REAL(int, "link", const char *, const char *);
    if (!inside(to)) return real(from, to);
    REFUSED(CREATE);
    int done = real(from, to);
    if (!done) note('L', from, 0, 0, to, (uint32_t)strlen(to));
    LEAVE(done);
}

int mkdir(const char *path, mode_t mode) {
    REAL(int, "mkdir", const char *, mode_t);
    if (!inside(path)) return real(path, mode);
    REFUSED(CREATE);
    int done = real(path, mode);
    if (!done) note('M', path, 0, 0, "", 0);
    LEAVE(done);
}
