/** Headings that announce an introduction, in the languages postlint knows best. */
const introductionWords = new RegExp(
  [
    '(?<![a-z])(?:intro(?:duction)?|overview|preface|foreword|prologue|summary|abstract|background|motivation|about|preamble|tl;? ?dr|what is|why)(?![a-z])',
    '서론|소개|들어가|시작하|시작하며|개요|머리말|머릿말|배경|요약|도입|인트로|서문|여는 ?글|이란\\??$|란\\??$|무엇인가',
    'はじめに|序文|序論|概要|まえがき|前書き|背景|要約|とは|導入|イントロ',
    '前言|引言|简介|簡介|介绍|介紹|概述|摘要|背景|序言|导读|導讀|概览|概覽|写在前面|寫在前面|是什么|是什麼',
    'введение|вступление|предисловие|обзор|einleitung|einführung|überblick|introducción|introdução|resumen|resumo|giới thiệu|mở đầu|บทนำ|परिचय|مقدمة|مقدمه|הקדמה|מבוא',
  ].join('|'),
  'iu',
)

/** Whether a heading announces an introduction, so that what follows it leads into the post. */
export const announcesIntroduction = (heading: string): boolean => introductionWords.test(heading)
