"""This core's virtual clock: how long a program would take on the chip."""


def monotonic():
    """This core's virtual clock in seconds."""
    return time()


def process_time():
    """This core's virtual clock in seconds."""
    return time()
