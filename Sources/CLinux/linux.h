// The parts of Linux that Swift's Glibc module lacks or that Swift cannot call as they are declared.
#ifndef SCRUTINY_LINUX_H
#define SCRUTINY_LINUX_H

#include <errno.h>
#include <linux/sockios.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdint.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

// epoll_event is a union inside a packed struct; only its 64 bits of data are used.
static inline int scrutiny_epoll_control(int poller, int operation, int descriptor, uint32_t events, uint64_t data) {
    struct epoll_event event = {.events = events, .data = {.u64 = data}};
    return epoll_ctl(poller, operation, descriptor, &event);
}

static inline uint64_t scrutiny_event_data(const struct epoll_event *event) { return event->data.u64; }

static inline int scrutiny_epoll_create(void) { return epoll_create1(EPOLL_CLOEXEC); }
static inline int scrutiny_eventfd(void) { return eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC); }

// Declared here because the header shows it only under _GNU_SOURCE, which would change types that Glibc's module has.
extern int accept4(int socket, struct sockaddr *address, socklen_t *length, int flags);

static inline int scrutiny_accept(int listener, struct sockaddr_storage *address) {
    socklen_t length = sizeof(*address);
    return accept4(listener, (struct sockaddr *)address, &length, SOCK_NONBLOCK | SOCK_CLOEXEC);
}

static inline int scrutiny_bind(int socket, const struct sockaddr *address, socklen_t length) {
    return bind(socket, address, length);
}

static inline int scrutiny_bound_port(int socket) {
    struct sockaddr_storage address;
    socklen_t length = sizeof(address);
    if (getsockname(socket, (struct sockaddr *)&address, &length) != 0) return -1;
    if (address.ss_family == AF_INET) return ntohs(((struct sockaddr_in *)&address)->sin_port);
    return ntohs(((struct sockaddr_in6 *)&address)->sin6_port);
}

static inline int scrutiny_set_flag(int socket, int level, int option) {
    int on = 1;
    return setsockopt(socket, level, option, &on, sizeof(on));
}

// Bytes that were sent and that the other side has not acknowledged; none when nobody can tell.
static inline long scrutiny_unsent_byte_count(int socket) {
    int count = 0;
    return ioctl(socket, SIOCOUTQ, &count) == 0 ? count : 0;
}

// Keeps the kernel from taking in much more than the client reads; what is above waits in the process.
static inline int scrutiny_bound_unsent(int socket, int count) {
    return setsockopt(socket, IPPROTO_TCP, TCP_NOTSENT_LOWAT, &count, sizeof(count));
}

static const uint32_t scrutiny_read = EPOLLIN | EPOLLRDHUP;
static const uint32_t scrutiny_write = EPOLLOUT;
static const uint32_t scrutiny_exclusive = EPOLLIN | EPOLLEXCLUSIVE;
static const uint32_t scrutiny_gone = EPOLLERR | EPOLLHUP;
static const uint32_t scrutiny_half_closed = EPOLLRDHUP | EPOLLHUP | EPOLLERR;

#endif
