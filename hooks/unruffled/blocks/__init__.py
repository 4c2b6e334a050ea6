"""What a page can show, one folder a fence word or a family of them."""
