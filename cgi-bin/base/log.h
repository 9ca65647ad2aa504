/*
 * log.h - one line per event on standard error: UTC time, level, program,
 * process, file:line, text.  Control characters in the text are written as
 * \xNN, so no visitor can forge a line.
 *
 * Failures are logged where the fact is known; callers pass only the code up.
 */
#ifndef BASE_LOG_H
#define BASE_LOG_H

void log_open(const char *program);

#define log_info(...) log_at("info", __FILE__, __LINE__, __VA_ARGS__)
#define log_warn(...) log_at("warn", __FILE__, __LINE__, __VA_ARGS__)
#define log_fail(...) log_at("fail", __FILE__, __LINE__, __VA_ARGS__)
/* Start-up only: one clear line, then exit(1). */
#define fatal(...) fatal_at(__FILE__, __LINE__, __VA_ARGS__)

void log_at(const char *level, const char *file, int line,
    const char *fmt, ...) __attribute__((format(printf, 4, 5)));
_Noreturn void fatal_at(const char *file, int line, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));

#endif
