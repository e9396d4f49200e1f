"""Groups of characters, such as all letters, and a function for titles."""


def capwords(text, sep=None):
    """The text with a capital at the beginning of each word; words are what is between white space, or between sep."""
    return (" " if sep is None else sep).join([word.capitalize() for word in text.split(sep)])
