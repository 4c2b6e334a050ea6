"""An author's text: how it is read, made safe, and written into other forms."""
