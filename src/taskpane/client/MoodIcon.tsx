import type { ComponentType } from 'react';
import { EmojiMeh20Regular } from '@fluentui/react-icons/svg/emoji-meh';
import { EmojiSad20Regular } from '@fluentui/react-icons/svg/emoji-sad';
import { Emoji20Regular } from '@fluentui/react-icons/svg/emoji';
import { CommentNote20Regular } from '@fluentui/react-icons/svg/comment-note';
import type { Mood } from '../../core/client/moods';

const ICONS: Readonly<Record<Mood | 'unsaid', ComponentType<{ 'aria-hidden': true }>>> = {
  satisfied: Emoji20Regular,
  neutral: EmojiMeh20Regular,
  unhappy: EmojiSad20Regular,
  unsaid: CommentNote20Regular,
};

/** A mood as a face; its word always stands beside it. */
export const MoodIcon = ({ mood }: { mood: Mood | null }) => {
  const Icon = ICONS[mood ?? 'unsaid'];
  return <Icon aria-hidden />;
};
